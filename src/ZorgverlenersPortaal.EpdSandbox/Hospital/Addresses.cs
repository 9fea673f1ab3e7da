using System.Globalization;
using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>Streets in towns that do not exist, and telephone numbers that nobody was given (078 000 xx xx).</summary>
internal static class Addresses
{
    public static readonly string[] Towns =
    [
        "Oeverdam",
        "Lindewaarde",
        "Rietkreek",
        "Molenbroek",
        "Waalhoek",
        "Zuiderlede",
    ];

    private static readonly string[] _streets =
    [
        "Wilgenlaan",
        "Havenstraat",
        "Molenweg",
        "Dijkzicht",
        "Kerkpad",
        "Kadeplein",
        "Anjerhof",
        "Prinses Irenelaan",
        "Oude Veerweg",
        "Beatrixstraat",
        "Scheepmakershof",
        "Kromme Elleboog",
        "Populierendreef",
        "Sluisweg",
        "Van Brienenplein",
        "Griendwerkerstraat",
    ];

    public static JsonObject Any(Dice dice)
    {
        var town = dice.Next(Towns.Length);
        var street = dice.Pick(_streets);
        var number = dice.Between(1, 240).ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["use"] = "home",
            ["type"] = "both",
            ["line"] = new JsonArray(street + " " + number),
            ["_line"] = new JsonArray(
                new JsonObject
                {
                    ["extension"] = new JsonArray(
                        Part.Extension(CodeSystems.Hl7Extension + "iso21090-ADXP-streetName", "valueString", street),
                        Part.Extension(CodeSystems.Hl7Extension + "iso21090-ADXP-houseNumber", "valueString", number)),
                }),
            ["city"] = Towns[town],
            ["postalCode"] = $"33{town:00} {(char)('A' + dice.Next(20))}{(char)('A' + dice.Next(20))}",
            ["country"] = "Nederland",
        };
    }

    public static string Phone(Dice dice) =>
        string.Create(CultureInfo.InvariantCulture, $"078 000 {dice.Next(100):00} {dice.Next(100):00}");
}
