// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const verkenning: BuildingDrafts = {
  building: 'verkenning',
  posts: [
    {
      key: 'verkenning-taken',
      author: 'vera-verkenner',
      minutesAgo: 5 * DAY + 6 * HOUR,
      kind: 'article',
      title: 'Welke taken lenen zich voor samen doen? Eerste ordening',
      body: `
        Op basis van de gesprekken van de afgelopen weken drie stapels. Nog niets is besloten.

        **Ligt voor de hand**

        - Inkoop en contractbeheer
        - Informatiebeveiliging, met één piket
        - Geo-informatie en basisregistraties

        **Alleen als het voor inwoners beter wordt**

        - Belastingen
        - Telefonisch klantcontact

        **Voorlopig niet**

        - Wijkteams en wijkbeheer
        - Alles waarvoor iemand nu op de fiets stapt

        Voor elke taak stellen we dezelfde vraag: *wat merkt iemand in Eikenrode hiervan op een dinsdagochtend?*`,
      tags: ['verkenning', 'taken'],
      pinned: true,
      replies: [
        reply('sanne-voorbeeld', 2 * HOUR, 'Sterke vraag aan het eind. Wanneer betrekken we medewerkers? Er gaan al geruchten, en stilte vult zich vanzelf.',
          reply('vera-verkenner', HOUR, 'Zodra de colleges de opdracht hebben vastgesteld, over drie weken. Help je met het verhaal?',
            reply('sanne-voorbeeld', 30, 'Ja. Eerst de mensen om wie het gaat, dan pas het intranet.'))),
        reply('dirk-figurant', 6 * HOUR, 'Voor beveiliging is de urgentie het grootst: met vier mensen in de hele streek kun je geen dag en nacht bezet houden.'),
        reply('tim-termijn', DAY, 'Ik wil bij elke taak ook zien wat het kost om er weer uit te stappen. Dat rekent niemand ooit door.'),
        reply('victor-notulen', 2 * DAY, 'Vergeet de raden niet in de planning. Als zij het uit de krant horen, kun je opnieuw beginnen.'),
      ],
    },
    {
      key: 'verkenning-lessen',
      author: 'stefan-stappenplan',
      minutesAgo: 25 * DAY + 2 * HOUR,
      kind: 'question',
      title: 'Wat ging er mis bij eerdere samenwerking, eerlijk gezegd?',
      body: 'Jaren terug is geprobeerd om de belastingen samen te doen. Het strandde na anderhalf jaar. Wie was erbij en wat was volgens jou de échte reden?',
      tags: ['lessen', 'samenwerking'],
      replies: [
        reply('petra-saldo', 3 * HOUR, 'Ik was erbij, net als @loes-dekblad. Officieel de software. In het echt wisten de mensen niet of ze hun baan hielden, en toen vertrokken de besten als eersten.'),
        reply('loes-dekblad', 5 * HOUR, 'En bestuurlijk: het werd verkocht als bezuiniging. Toen die tegenviel, was er geen tweede reden meer om door te gaan.',
          reply('stefan-stappenplan', HOUR, 'Dat is een heldere les: kies een reden die ook in een slecht jaar overeind blijft.')),
        reply('marco-megafoon', DAY, 'Er was ook geen woord voor. Iedereen noemde het anders, van “fusie light” tot “dat ding met de belastingen”.'),
        reply('tim-termijn', 2 * DAY, 'De cijfers klopten overigens wel. Niemand geloofde ze alleen nog.'),
      ],
    },
  ],
};
