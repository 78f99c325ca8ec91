/** News agencies and papers as they sign a dateline, in lower case, in their own scripts. */
export const agencyNames: ReadonlySet<string> = new Set(
  [
    'reuters,reuter,thomson reuters,thomson reuters foundation,reuters breakingviews',
    'canadian press,the canadian press,aap,australian associated press,pa media,press association',
    'ap,associated press,the associated press,afp,agence france-presse,upi,united press international',
    'dpa,dpa-afx,epd,kna,sid,apa,ots,dapd,ddp,dts,sda,keystone-sda,ats,belga,anp,ritzau,ntb,tt,stt',
    'efe,europa press,notimex,telam,télam,ansa,agi,adnkronos,askanews,lusa,agência brasil,agencia brasil',
    'pap,ctk,čtk,tasr,mti,agerpres,bta,tanjug,hina,sta,cna,ana,amna,anadolu,anadolu agency,aa,dha,iha',
    'tass,itar-tass,interfax,interfax-ukraine,ria,ria novosti,ukrinform,unian,belta,kazinform,trend,armenpress',
    'тасс,итар-тасс,интерфакс,риа новости,укрінформ,укринформ,уніан,униан,унн,белта,рбк,рбк-україна,інтерфакс-україна',
    'xinhua,kyodo,kyodo news,jiji,jiji press,yonhap,newsis,news1,kcna,cns,antara,bernama,pti,ani,ians,uni,app,bss,unb,vna,tna,pna',
    '新华社,共同,共同通信,時事,時事通信,ロイター,afp通信,聯合ニュース,연합뉴스',
    'irna,isna,mna,mena,wafa,sana,petra,kuna,wam,spa,qna,bna,ona,map,aps,tap,nna,shafaq,رويترز,أ ف ب,ا ف ب,أف ب,واس,سانا,وفا',
    'cnn,bbc,bbc news,bloomberg,bloomberg news,dow jones,dow jones newswires,marketwatch,cnbc,npr,pbs,abc,cbs,nbc,fox news',
    'washington post,the washington post,new york times,the new york times,nyt,los angeles times,usa today,politico,axios',
    'the hill,mcclatchy,knight ridder,cox news service,scripps,gannett,hearst,tribune news service,tns,ips,inter press service',
    'business wire,businesswire,pr newswire,prnewswire,u.s. newswire,globe newswire,globenewswire,marketwired,newsfile corp.,accesswire',
    'nikkei,nikkei asia,wikinews,al jazeera,al arabiya,asharq al-awsat,rfe/rl,rferl,rfa,radio free asia,voa,voa news,voice of america,dw',
    'un news,unhcr,the new humanitarian,irin,news24,sapa,nan,pana,allafrica,le monde,le figaro,libération,der spiegel,spiegel,die zeit,faz,sz',
    'the guardian,guardian,the times,financial times,ft,the independent,the telegraph,daily mail,the economist,wall street journal,the wall street journal,wsj',
  ]
    .join(',')
    .split(','),
);

/** True for a news agency's or a paper's name as it is printed in datelines and bylines. */
export function isAgency(name: string): boolean {
  return agencyNames.has(name.toLowerCase().replace(/[’']/g, "'").trim());
}
