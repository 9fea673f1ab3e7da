namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>Invented names for invented people, as mixed as a Dutch town.</summary>
internal static class Names
{
    private static readonly string[] _women =
    [
        "Johanna Cornelia|Jo",
        "Maria Elisabeth|Marie",
        "Wilhelmina|Willie",
        "Fatima|",
        "Zeynep|",
        "Annelies|",
        "Geertruida|Truus",
        "Hendrika Maria|Riek",
        "Aaltje|",
        "Samira|",
        "Đặng Thu|Thu",
        "Cornelia|Corrie",
        "Eline|",
        "Naomi Esther|Naomi",
        "Sjoukje|",
        "Agnieszka|",
        "Chantal|",
        "Rukmini|",
        "Lotte|",
        "Priscilla|",
        "Trijntje|Trijn",
        "Yasmina|",
        "Margaretha|Greet",
        "Inge|",
        "Soraya|",
        "Antonia|Toos",
        "Adelheid|Heidi",
        "Mei Ling|",
        "Françoise|",
        "Petronella|Nel",
    ];

    private static readonly string[] _men =
    [
        "Johannes|Jan",
        "Cornelis Adriaan|Cor",
        "Hendrik|Henk",
        "Mohammed|",
        "Willem Jacob|Wim",
        "Emre|",
        "Pieter|Piet",
        "Gerrit Jan|Gerrit",
        "Ravi|",
        "Dirk|",
        "Adrianus|Ad",
        "Youssef|",
        "Jacobus|Koos",
        "Sjoerd|",
        "Antonius|Toon",
        "Nguyễn Minh|Minh",
        "Bastiaan|Bas",
        "Łukasz|",
        "Rogier|",
        "Winston|",
        "Marinus|Rinus",
        "Abdelkader|",
        "Thijs|",
        "Hubertus|Huub",
        "Ibrahim|",
        "René|",
        "Klaas|",
        "Anthony|Tony",
        "Björn|",
        "Lodewijk|Lo",
    ];

    private static readonly string[] _families =
    [
        "|Roelofs",
        "van der|Meulen",
        "de|Ruiter",
        "|Yılmaz",
        "|Bouzidi",
        "|Hendriks",
        "van|Wijngaarden",
        "|Achterberg",
        "ter|Braak",
        "|El Idrissi",
        "|Nieuwenhuis",
        "van den|Oever",
        "|Ramdin",
        "|Kowalczyk",
        "|Dijkgraaf",
        "|Verschuren",
        "van 't|Zelfde",
        "|Brouwershaven",
        "|Tjin A Sioe",
        "|Pinas",
        "|Hoekstra",
        "de|Bruijn",
        "|Şahin",
        "|Zwartjes",
        "|Kamerling",
        "in 't|Veld",
        "|Noorlander",
        "|Boudewijn",
        "op de|Weegh",
        "|Haddou",
        "|Schellekens",
        "|Wiersma",
        "van|Lent",
        "|Martina",
        "|Ouwehand",
        "den|Dulk",
        "|Groenewoud",
        "|Çelik",
        "|Lievense",
        "|Oosterling",
    ];

    private static readonly string[] _partners =
    [
        "Van Beek",
        "Smit",
        "Kuiper",
        "De Haan",
        "Verhagen",
        "Post",
        "Öztürk",
        "Jansen",
    ];

    public static PersonName Any(Dice dice, bool woman)
    {
        var given = dice.Pick(woman ? _women : _men).Split('|');
        var family = dice.Pick(_families).Split('|');
        var partner = woman && dice.Chance(25) ? dice.Pick(_partners) : null;
        return new PersonName(given[0], given[1], family[0], family[1], partner);
    }
}
