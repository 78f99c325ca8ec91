/**
 * Words that turn a statement over when they are exchanged, put in or left out, in English and, for many
 * archives, in French, German and Spanish. Written as they are in the folded text.
 */

function listed(words: string): ReadonlySet<string> {
  return new Set(words.normalize('NFKD').split(' '));
}

const negating =
  'not no never none nobody nothing neither nor without cannot non pas jamais aucun sans ' +
  'nicht kein keine nie niemals ohne nunca ningún sin';

export const negations = listed(negating);

/** Numbers, days, months and negations. */
export const weightyWords = listed(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
    'sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety ' +
    'hundred hundreds thousand thousands million millions billion billions trillion dozen dozens ' +
    'half twice first second third fourth fifth sixth seventh eighth ninth tenth ' +
    'january february march april may june july august september october november december ' +
    'monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow ' +
    'deux trois quatre cinq sept huit neuf dix mille ' +
    'zwei drei vier fünf sechs sieben acht neun zehn hundert tausend ' +
    'dos tres cuatro cinco seis siete ocho nueve diez cien ' +
    negating,
);

/** Other words that one letter more, less, replaced or two swapped make of them, and so are no slips. */
export const resembling = listed(
  'hero zeros on ore own owe once ones bone cone done gone hone lone tone zone note to too toe tow twos tow ' +
    'tree trees these thee throe there threw here flour fours for fore form fort foul hour pour sour tour your ' +
    'fine file fire fives live dive hive give wine sex sax sit sir fix mix pix sin sixes even sever sevens seventh ' +
    'eights height weight sleight eighty light night fight might right sight line mine pine vine wine dine fine ' +
    'nice nines ninth tan tin ton den hen men pen ken ben yen tens tent teen then term ' +
    'thirsty forth forts fifty sixth hunted hundredth thousandth bullion pillion ' +
    'hall halt calf hale halve thrice fist firs thirst beacon seconds bird thirds filth fifths sixths ' +
    'match marsh arch larch starch matches says say way day lay pay ray bay my many man mat map mad nay hay jay ' +
    'tune dune rune jane jury duly rule gust toddy sundae ' +
    'now nor or nod net nut lot got hot rot dot pot cot jot hat knot knots notes noted so do go to non nob neon ' +
    'fever lever sever nerve never clever ever lone gone bone nones other either noting for north ' +
    'doux dont trots trais froid cinq sert sent set nuit fuit oeuf neufs veuf fix dis six mile fille ville bille ' +
    'par bas cas las pat pal pays bon nom on dans sang sons cans sand san sauf ' +
    'zwie frei drei hier bier tier vier nein neu acht nacht macht echt wacht zahn zehe zehnt ' +
    'licht sicht dicht nichts ein eine klein kleine keim wein sein seine mein meine dein deine fein rein bein ' +
    'die sie wie nie knie ohren ' +
    'los nos das tos dios don tren ares cuadro circo seas siente echo nieve mueve diaz bien cine fin si sien con',
);
