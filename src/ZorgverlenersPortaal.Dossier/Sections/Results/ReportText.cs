using System.Net;
using System.Text.RegularExpressions;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>
/// The words of a report without the mark-up that some EPDs leave in them. Only elements known here are taken for mark-up:
/// an HTML parser would swallow what follows in "CRP &lt;LOQ". What comes out is text, to be encoded like any other.
/// </summary>
internal static partial class ReportText
{
    /// <summary>Null when there are no words.</summary>
    public static string? Of(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }
        var text = Ends().IsMatch(written) ? WebUtility.HtmlDecode(Tag().Replace(written, Instead)) : written;
        return Blank().Replace(text.ReplaceLineEndings("\n"), "\n\n").Trim() is { Length: > 0 } words ? words : null;
    }

    /// <summary>A raised or struck-out number must not run into the one before it: 10&lt;sup&gt;9 is not 109.</summary>
    private static string Instead(Match tag)
    {
        var isEnd = tag.Groups["end"].Length > 0;
        return tag.Groups["name"].Value.ToUpperInvariant() switch
        {
            "SUP" => isEnd ? "" : "^",
            "S" or "DEL" or "STRIKE" => isEnd ? "]" : "[doorgehaald: ",
            "LI" => isEnd ? "" : "\n- ",
            "TD" or "TH" => isEnd ? "\t" : "",
            "B" or "I" or "U" or "EM" or "STRONG" or "SPAN" or "FONT" or "SUB" or "SMALL" or "A" => "",
            _ => "\n",
        };
    }

    [GeneratedRegex(
        "<(?<end>/?)(?<name>div|p|br|hr|b|i|u|s|em|strong|span|font|small|sub|sup|del|strike|ul|ol|li|table|thead|tbody|tr|td|th|h[1-6]|pre|a|html|head|body)(?:[ \t\r\n][^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    /// <summary>A closing tag or a line break: the text really is mark-up.</summary>
    [GeneratedRegex("</(div|p|b|i|u|em|strong|span|font|sup|sub|li|ul|ol|table|pre|h[1-6]|a|body|html)>|<br[ ]?/?>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Ends();

    [GeneratedRegex("\n([ \t]*\n){2,}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Blank();
}
