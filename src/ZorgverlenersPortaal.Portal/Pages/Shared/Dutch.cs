using System.Text.RegularExpressions;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>How numbers are written in Dutch (ui.md §7).</summary>
public static partial class Dutch
{
    /// <summary>
    /// The source's text with a comma in its decimal numbers and nothing else changed: no digit goes, none comes (R11). What has more
    /// points than one, such as a date or an address, stays as it is.
    /// </summary>
    public static string Number(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return Decimal().Replace(written, "$1,$2");
    }

    [GeneratedRegex(@"(?<![0-9.,])([0-9]+)\.([0-9]+)(?![0-9]*[.,][0-9])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
