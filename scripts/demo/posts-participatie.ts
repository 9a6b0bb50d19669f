// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const participatie: BuildingDrafts = {
  building: 'participatie',
  posts: [
    {
      key: 'participatie-uitnodiging',
      author: 'sanne-voorbeeld',
      minutesAgo: 29 * HOUR,
      kind: 'article',
      title: 'De uitnodigingsbrief die wél werd gelezen',
      body: `
        Voor de avond over de loods in het @havenkwartier stuurden we twee brieven. De helft van de straat kreeg brief A, de andere helft brief B.

        **Brief A** begon met: "In het kader van de herontwikkeling nodigen wij u uit voor een informatiebijeenkomst."

        **Brief B** begon met: "Wat moet er gebeuren met de oude loods? Zeg het ons dinsdag, de soep staat klaar."

        - **Verstuurd**: brief A 310, brief B 310
        - **Gekomen**: brief A 14, brief B 70
        - **Onder de 35**: brief A 1, brief B 19

        Dat is geen wetenschap, maar ik schrijf nooit meer brief A.

        ## Drie regels die ik meeneem

        1. De vraag staat in de eerste zin.
        2. Er staat een naam onder met een telefoonnummer dat ook wordt opgenomen.
        3. Wat al vaststaat, schrijf je op. Mensen merken het toch.`,
      tags: ['uitnodigen', 'brief', 'geleerd'],
      pinned: true,
      reactions: 25,
      replies: [
        reply('marco-megafoon', 50, 'Ik was sceptisch over die soep. Ik neem alles terug.'),
        reply('emma-enquete', 3 * HOUR, 'Van 1 naar 19 jongeren, wat een verschil! Was het tijdstip hetzelfde?',
          reply('sanne-voorbeeld', HOUR, 'Ja, alles was gelijk behalve de tekst en de kleur van de envelop. Die van B was geel, dus helemaal zuiver is het niet.',
            reply('koen-kengetal', 2 * HOUR, 'Fijn dat je dat erbij zegt. Volgende keer loten per huisnummer en dezelfde envelop, dan schrijf ik er een stukje over.'))),
        reply('dewi-doorsnee', 6 * HOUR, 'Regel 3 is de moeilijkste. Bij ons wilde de projectleider niet opschrijven dat het aantal woningen vaststond, en de hele avond ging erover.'),
        reply('mehmet-maquette', 11 * HOUR, 'Had ik dit maar twee weken eerder gelezen. Ik moet nu een boer uitleggen dat hij een stip op mijn kaart was.'),
        reply('bea-besluit', 20 * HOUR, 'Ik leg brief B naast onze standaardbrief in het directieoverleg. Zonder commentaar.'),
      ],
    },
    {
      key: 'participatie-verordening',
      author: 'dewi-doorsnee',
      minutesAgo: 11 * DAY + 3 * HOUR,
      kind: 'question',
      title: 'Uitdaagrecht in de verordening: hoe ver ga je?',
      body: 'In onze participatieverordening komt het recht om de gemeente uit te dagen. Een groep bewoners wil het groenonderhoud overnemen, inclusief budget. Wat spreek je af over verzekering, over stoppen en over buren die het er niet mee eens zijn?',
      tags: ['uitdaagrecht', 'verordening', 'groen'],
      replies: [
        reply('henk-proefvak', 2 * HOUR, 'In De Sluis doen bewoners twee plantsoenen. Eén bladzijde met afspraken, elk jaar een wandeling langs het groen en bij twijfel bellen. Stoppen kan altijd, dan neemt de ploeg het binnen een maand over.'),
        reply('pim-proef', 6 * HOUR, 'Juridisch: de gemeente blijft verantwoordelijk voor veiligheid op straat. Neem op dat jullie bomen zelf blijven controleren.',
          reply('dewi-doorsnee', 2 * HOUR, 'Dat staat er nu in. En vrijwilligers vallen onder onze collectieve verzekering, heb ik nagevraagd.')),
        reply('sanne-voorbeeld', DAY, 'Over die buren: vraag de groep om zelf langs de deuren te gaan en de tegenstem op te schrijven. Bij ons kwam daar een bankje uit dat nu iedereen wil.'),
        reply('tim-termijn', 2 * DAY, 'Budget overdragen mag, maar spreek af hoe ze het verantwoorden. Een foto en een bonnetje is genoeg onder de 5.000 euro, wat mij betreft.'),
        reply('anouk-bankje', 4 * DAY, 'Met een achternaam als de mijne ben ik vanzelf voor.'),
      ],
    },
    {
      key: 'participatie-loting',
      author: 'emma-enquete',
      minutesAgo: 30 * DAY,
      kind: 'article',
      title: 'Geloot dorpsberaad: 60 mensen, drie zaterdagen',
      body: `
        Over de toekomst van onze dorpscentra hebben we geloot. Uit 2.000 brieven kwamen 214 mensen die wilden, en daaruit hebben we er 60 getrokken, in verhouding naar leeftijd en dorp.

        ### Wat goed ging

        - Mensen die nog nooit op een avond waren geweest. Een vrachtwagenchauffeur werd de beste voorzitter.
        - Kinderopvang en vervoer waren geregeld. Zonder dat hadden we er 40 gehad.
        - Het college beloofde vooraf om op elk advies te antwoorden, ook met nee.

        ### Wat beter kan

        - De experts praatten te lang. Tien minuten is genoeg.
        - Derde zaterdag viel samen met de avondvierdaagse. Nooit meer.

        Het beraad gaf elf adviezen. Acht zijn overgenomen, bij drie is uitgelegd waarom niet.`,
      tags: ['loting', 'burgerberaad', 'dorpen'],
      replies: [
        reply('sanne-voorbeeld', 3 * HOUR, 'Wat een mooie opkomst. Wat kostte het alles bij elkaar?',
          reply('emma-enquete', 2 * HOUR, '38.000 euro, waarvan de helft aan mensen: vergoeding, oppas, lunch. Een extern bureau was duurder geweest en had minder taart gehad.')),
        reply('bea-besluit', 8 * HOUR, 'Die belofte vooraf was spannend voor het college. Achteraf vonden ze het prettig om ook gewoon nee te kunnen zeggen.'),
        reply('ruben-monster', DAY, 'Hoe keken raadsleden ernaar? Bij ons is de vraag wie dan nog het volk vertegenwoordigt.',
          reply('jan-willem-motie', 4 * HOUR, 'Ze zaten als luisteraar in de zaal, zonder microfoon. Dat was voor sommigen even wennen en voor iedereen leerzaam.')),
        reply('dewi-doorsnee', 3 * DAY, 'Mag ik de lootbrief hebben? En wie heeft er getrokken, een notaris?',
          reply('emma-enquete', 5 * HOUR, 'De jongste ambtenaar uit een hoge hoed, onder toezicht van de griffier. Brief volgt.')),
      ],
    },
    {
      key: 'participatie-jongeren-app',
      author: 'marco-megafoon',
      minutesAgo: 44 * DAY,
      kind: 'question',
      title: 'Hoe bereik je jongeren zonder dat het gênant wordt?',
      body: 'Mijn filmpje over de begroting is 41 keer bekeken, waarvan 12 keer door mijn moeder. Wat werkt wel?',
      tags: ['jongeren', 'communicatie'],
      reactions: 18,
      replies: [
        reply('siem-signaal', 40, 'Ga erheen. Niet online, gewoon bij het basketbalveld, met een krat ijsjes en één vraag.'),
        reply('dewi-doorsnee', 2 * HOUR, 'Laat ze iets beslissen wat ze binnen een maand zien. Wij gaven een klas 2.000 euro voor het plein. Daarna kwamen ze vanzelf met vragen over de begroting.',
          reply('marco-megafoon', HOUR, 'Eerst het geld en dan de begroting uitleggen. Dat had ik andersom bedacht.')),
        reply('wendy-stembus', 6 * HOUR, 'Bij verkiezingen werkt het als leeftijdgenoten het stembureau bemannen. Zo’n achttienjarige met een sjerp trekt een hele klas.'),
        reply('emma-enquete', DAY, 'En vraag niets als het antwoord al vaststaat. Ze hebben dat sneller door dan wij.'),
        reply('sanne-voorbeeld', 2 * DAY, 'Ik vond het filmpje trouwens best goed, Marco. Ik was nummer 29.'),
      ],
    },
    {
      key: 'participatie-meenemen',
      author: 'joris-schets',
      minutesAgo: 59 * DAY,
      body: 'Mijn fout van de week: ik beloofde op een bewonersavond “we nemen het mee” over een boom. Niemand wist wat dat betekende, ikzelf het minst. De boom is gekapt. Voortaan zeg ik: ja, nee, of dan-en-dan weet ik het.',
      tags: ['terugkoppeling', 'geleerd'],
      replies: [
        reply('sanne-voorbeeld', HOUR, 'Dank dat je dit deelt. Ik heb “we nemen het mee” op een sticker laten drukken, met een streep erdoor.'),
        reply('anouk-bankje', 3 * HOUR, 'Mag ik er tien? Voor op de bouwkeet.'),
        reply('ilse-ontwerp', 5 * HOUR, 'En voor de boom komen er twee terug. Op de plek die de buurt aanwijst, deze keer.'),
        reply('hans-heuvelproef', DAY, 'Wij geven elke vraag een nummer op een groot vel aan de muur. Aan het eind van de avond staat er achter elk nummer een datum. Simpel en een beetje eng.',
          reply('joris-schets', 4 * HOUR, 'Eng is goed. Vel papier is besteld.')),
      ],
    },
    {
      key: 'participatie-digitaal-papier',
      author: 'stefan-stappenplan',
      minutesAgo: 79 * DAY,
      kind: 'question',
      title: 'Hoe tel je reacties op papier en online bij elkaar op?',
      body: 'Bij de enquête over de bibliotheek kwamen 812 reacties online en 240 op papier. Van de papieren zijn er 60 duidelijk door één persoon ingevuld, met dezelfde blauwe pen. Wat doe je daarmee?',
      tags: ['enquete', 'methode'],
      replies: [
        reply('koen-kengetal', 2 * HOUR, 'Apart houden en het erbij schrijven. Weglaten zonder het te zeggen is erger dan meetellen.'),
        reply('emma-enquete', 4 * HOUR, 'Misschien heeft iemand in het verzorgingshuis geholpen met invullen? Dat deden onze vrijwilligers ook. Vraag het na voor je conclusies trekt.',
          reply('stefan-stappenplan', 6 * DAY, 'Je had gelijk! Het was een activiteitenbegeleider met 60 bewoners en één goede pen. Alle reacties tellen gewoon mee.')),
        reply('daan-grafiek', DAY, 'Online moet je trouwens hetzelfde doen: ik zag 22 keer hetzelfde apparaat. Dat kan een tablet in de bieb zijn.'),
      ],
    },
  ],
};
