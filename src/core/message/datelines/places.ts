/**
 * Places that need no country beside them in a dateline. They are only asked for where the form alone
 * does not decide: a place that is not in capitals, or capitals so short that they may be an acronym.
 */
export const cityNames: ReadonlySet<string> = new Set(
  (
    'abidjan,abu dhabi,abuja,accra,addis ababa,aden,aleppo,algiers,alger,almaty,amman,amsterdam,ankara,antananarivo,apia,ashgabat,asmara,' +
    'astana,athens,athen,athènes,atenas,atene,auckland,baghdad,bagdad,baku,bali,bamako,bangkok,bangui,banjul,barcelona,basel,basra,beijing,peking,pékin,pekín,beirut,beyrouth,' +
    'belgrade,belgrad,berlin,berne,bern,bethlehem,bishkek,bogotá,bogota,bonn,boston,bratislava,brasilia,brasília,brussels,brüssel,bruxelles,bruselas,bruksela,brussel,bucharest,bukarest,bucarest,' +
    'budapest,buenos aires,bujumbura,cairo,kairo,le caire,el cairo,cali,canberra,cape town,caracas,chicago,chisinau,colombo,conakry,copenhagen,kopenhagen,copenhague,crimea,dakar,' +
    'damascus,damaskus,damas,damasco,dar es salaam,davos,delhi,dhaka,dili,djibouti,doha,donetsk,dubai,dublin,dushanbe,düsseldorf,edinburgh,erbil,fes,frankfurt,freetown,gaza,gaza city,gdansk,gdańsk,geneva,genf,' +
    'genève,ginebra,ginevra,genewa,glasgow,goma,graz,guatemala city,hague,the hague,den haag,hamburg,hanoi,harare,havana,la havane,la habana,helsinki,hiroshima,hong kong,honolulu,hodeidah,idlib,islamabad,istanbul,' +
    'jakarta,jeddah,jerusalem,jérusalem,jerusalén,johannesburg,juba,kabul,kaboul,kampala,kandahar,karachi,kathmandu,kharkiv,kharkov,khartoum,kherson,kiev,kyiv,kyjiw,kiew,kigali,kingston,kinshasa,' +
    'köln,kuala lumpur,kuwait,kuwait city,la paz,lagos,lahore,lausanne,leipzig,libreville,lille,lima,linz,lisbon,lissabon,lisbonne,lisboa,lisbona,ljubljana,lomé,lome,london,londres,londra,londyn,los angeles,luanda,lusaka,' +
    'luxembourg,luxemburg,lviv,lwiw,lyon,madrid,mainz,malé,managua,manama,manila,maputo,mariupol,marseille,mazar-i-sharif,mecca,melbourne,mexico city,méxico,mexico,miami,milan,minsk,mogadishu,monrovia,montevideo,' +
    'montréal,montreal,moscow,moskau,moscou,moscú,mosca,moskwa,moskva,mosul,mumbai,munich,münchen,muscat,mykolaiv,nairobi,nassau,new delhi,neu delhi,new york,nicosia,niamey,nouakchott,odesa,odessa,omsk,oslo,ottawa,ouagadougou,' +
    'pago pago,panama city,panama,paris,paryż,perth,phnom penh,podgorica,port-au-prince,prague,prag,praga,praia,pretoria,pristina,pune,pyongyang,pjöngjang,quito,rabat,ramallah,rangoon,rawalpindi,reykjavik,' +
    'riga,rio,rio de janeiro,riyadh,riad,rome,rom,roma,rzym,san francisco,san josé,san salvador,sanaa,santiago,santo domingo,sao paulo,são paulo,sarajevo,seoul,séoul,seúl,sevastopol,shanghai,singapore,skopje,sofia,srinagar,stockholm,' +
    'strasbourg,straßburg,stuttgart,suva,sydney,taipei,taipeh,tallinn,tashkent,tbilisi,tegucigalpa,tehran,teheran,téhéran,teherán,tel aviv,thessaloniki,tirana,tokyo,tokio,toronto,tripoli,tunis,tula,turin,ufa,ulaanbaatar,ulan bator,' +
    'united nations,vaduz,valletta,vancouver,vatican,vatican city,vatikanstadt,vienna,wien,vienne,viena,vientiane,vilnius,warsaw,warschau,varsovie,varsovia,warszawa,washington,washington d.c.,wellington,windhoek,yangon,yaoundé,yerevan,eriwan,york,zagreb,zaporizhzhia,' +
    'zürich,zurich,київ,харків,львів,одеса,москва,брюссель,вашингтон,женева,лондон,париж,берлін,берлин,киев,минск,мінськ,санкт-петербург,варшава,нью-йорк,стамбул,бахмут,маріуполь,херсон,миколаїв,дніпро,донецьк,запоріжжя,' +
    'بروكسل,كييف,القاهرة,بيروت,دمشق,بغداد,الرياض,موسكو,واشنطن,لندن,باريس,غزة,القدس,طهران,عمان,دبي,الدوحة,تونس,الجزائر,الرباط,الخرطوم,صنعاء,طرابلس,جنيف,نيويورك,أنقرة,إسطنبول'
  ).split(','),
);

/** Countries, states and provinces as they stand after a city in a dateline, in full and abbreviated. */
const regions = new Set(
  (
    'afghanistan,albania,algeria,angola,argentina,armenia,australia,austria,azerbaijan,bahrain,bangladesh,belarus,belgium,benin,bolivia,bosnia,bosnia and herzegovina,botswana,brazil,bulgaria,' +
    'burkina faso,burundi,cambodia,cameroon,canada,central african republic,chad,chile,china,colombia,congo,costa rica,croatia,cuba,cyprus,czech republic,denmark,djibouti,dominican republic,ecuador,egypt,' +
    'el salvador,england,eritrea,estonia,ethiopia,fiji,finland,france,gabon,gambia,georgia,germany,ghana,greece,greenland,guatemala,guinea,guyana,haiti,honduras,hungary,iceland,india,indonesia,iran,iraq,ireland,' +
    'israel,italy,ivory coast,jamaica,japan,jordan,kazakhstan,kenya,kosovo,kuwait,kyrgyzstan,laos,latvia,lebanon,liberia,libya,lithuania,luxembourg,madagascar,malawi,malaysia,mali,malta,mauritania,mexico,' +
    'moldova,mongolia,montenegro,morocco,mozambique,myanmar,namibia,nepal,netherlands,new zealand,nicaragua,niger,nigeria,north korea,north macedonia,northern ireland,norway,oman,pakistan,panama,papua new guinea,' +
    'paraguay,peru,philippines,poland,portugal,qatar,romania,russia,rwanda,saudi arabia,scotland,senegal,serbia,sierra leone,slovakia,slovenia,somalia,south africa,south korea,south sudan,spain,sri lanka,sudan,' +
    'sweden,switzerland,syria,taiwan,tajikistan,tanzania,thailand,togo,tonga,trinidad and tobago,tunisia,turkey,türkiye,turkmenistan,uganda,ukraine,united arab emirates,u.a.e.,united states,u.s.,united kingdom,u.k.,uruguay,' +
    'uzbekistan,vanuatu,venezuela,vietnam,wales,west bank,gaza strip,yemen,zambia,zimbabwe,d.c.,dc,n.y.,n.j.,n.c.,n.d.,s.c.,s.d.,n.h.,n.m.,w.va.,r.i.,ala.,alaska,ariz.,ark.,calif.,colo.,conn.,del.,fla.,ga.,hawaii,idaho,ill.,ind.,' +
    'iowa,kan.,ky.,la.,maine,md.,mass.,mich.,minn.,miss.,mo.,mont.,neb.,nev.,ohio,okla.,ore.,pa.,tenn.,tex.,texas,utah,vt.,va.,wash.,wis.,wyo.,alabama,arizona,arkansas,california,colorado,connecticut,delaware,florida,illinois,' +
    'indiana,kansas,kentucky,louisiana,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,new jersey,new mexico,new york,north carolina,north dakota,oklahoma,oregon,pennsylvania,' +
    'rhode island,south carolina,south dakota,tennessee,vermont,virginia,washington,west virginia,wisconsin,wyoming,ont.,que.,b.c.,alta.,sask.,man.,ontario,quebec,québec,british columbia,alberta,manitoba,saskatchewan,newfoundland,' +
    'newfoundland and labrador,nova scotia,new brunswick,prince edward island,yukon,nunavut,new south wales,queensland,victoria,tasmania,south australia,western australia,crimea,chechnya,siberia,kashmir,tibet,hong kong'
  ).split(','),
);

/** True for a well-known city, in any case. */
export function isKnownCity(place: string): boolean {
  return cityNames.has(place.toLowerCase().replace(/’/g, "'"));
}

/** True for a country, state or province, in full or as American papers abbreviate it. */
export function isKnownRegion(place: string): boolean {
  return regions.has(place.toLowerCase().replace(/’/g, "'"));
}
