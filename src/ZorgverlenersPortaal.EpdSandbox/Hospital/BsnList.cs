using System.Globalization;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Citizen numbers that are nobody's: Nictiz's published test numbers first, then made ones that begin with 9999.
/// </summary>
internal static class BsnList
{
    private const string Published = """
        999900018 999900031 999900043 999900055 999900067 999900079 999900080 999900092 999900419 999900420 999900468 999900481 999900493
        999900511 999900523 999900535 999900560 999900596 999900602 999900614 999900638 999900651 999900663 999900675 999900687 999900699
        999900742 999900778 999900791 999900808 999900833 999900845 999900857 999901011 999908479 999908881 999908911 999910966 999911119
        999990196 999999072 999999114 999999151 999999990 999990019 999911120
        """;

    /// <summary>
    /// As many different numbers as are taken; all pass the eleven-test. After 9999 is used up it goes on with 9998.
    /// </summary>
    public static IEnumerable<string> All()
    {
        var published = Published.Split(
            [' ', '\n'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var known = new HashSet<string>(published, StringComparer.Ordinal);
        var made = Enumerable.Range(0, 600_000).Select(Number).Where(bsn => Passes(bsn) && !known.Contains(bsn));
        return published.Concat(made);
    }

    /// <summary>The eleven-test: 9·d1 + 8·d2 … + 2·d8 − d9 is a multiple of eleven.</summary>
    public static bool Passes(string bsn)
    {
        var sum = -(bsn[8] - '0');
        for (var at = 0; at < 8; at++)
        {
            sum += (9 - at) * (bsn[at] - '0');
        }

        return sum % 11 == 0;
    }

    private static string Number(int step) =>
        (999_900_000 + (step % 100_000) - (step / 100_000 * 100_000)).ToString(CultureInfo.InvariantCulture);
}
