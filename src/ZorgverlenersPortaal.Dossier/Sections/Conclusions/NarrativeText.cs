using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ZorgverlenersPortaal.Dossier.Sections.Conclusions;

/// <summary>
/// The text of FHIR narrative (XHTML), for showing as plain text: never as markup. What plain text would change is marked:
/// struck-out words, powers, pictures. Anything FHIR does not allow in a narrative makes it unreadable rather than guessed at (R10).
/// </summary>
internal sealed class NarrativeText
{
    /// <summary>Longer than any section of a note; keeps a hostile one cheap.</summary>
    private const int Longest = 200_000;
    private const int Deepest = 100;

    private static readonly HashSet<string> _inline =
    [
        "a", "abbr", "acronym", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "q", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "tt", "u", "var",
    ];

    private static readonly HashSet<string> _blocks =
    [
        "html", "head", "body", "address", "blockquote", "br", "caption", "center", "col", "colgroup", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6",
        "hr", "li", "ol", "p", "pre", "table", "tbody", "tfoot", "thead", "tr", "ul",
    ];

    private readonly StringBuilder _text = new();
    private bool _needsSpace;
    private bool _needsLine;

    private NarrativeText()
    {
    }

    /// <summary>Plain text with line breaks, possibly empty; null when it cannot be read safely.</summary>
    public static string? Read(string div)
    {
        if (div.Length > Longest)
        {
            return null;
        }
        var text = new NarrativeText();
        return text.TryAdd(new HtmlParser().ParseDocument(div).DocumentElement, isVerbatim: false, depth: 0) ? text._text.ToString() : null;
    }

    private bool TryAdd(INode node, bool isVerbatim, int depth)
    {
        if (depth > Deepest)
        {
            return false;
        }
        switch (node)
        {
            case IText text:
                Add(text.Data, isVerbatim);
                return true;
            case IElement element:
                return TryAdd(element, isVerbatim, depth);
            default:
                // Comments and instructions are no text.
                return true;
        }
    }

    private bool TryAdd(IElement element, bool isVerbatim, int depth)
    {
        var name = element.LocalName;
        var isCell = name is "td" or "th";
        var isBlock = _blocks.Contains(name);
        if (!isCell && !isBlock && !_inline.Contains(name))
        {
            return false;
        }
        _needsLine |= isBlock && _text.Length > 0;
        var (before, after) = Marks(element, name);
        if (isCell && element.PreviousElementSibling is not null)
        {
            before = "| ";
        }
        Mark(before);
        foreach (var child in element.ChildNodes)
        {
            if (!TryAdd(child, isVerbatim || name == "pre", depth + 1))
            {
                return false;
            }
        }
        _text.Append(after);
        _needsSpace |= isCell;
        _needsLine |= isBlock && _text.Length > 0;
        return true;
    }

    private static (string Before, string After) Marks(IElement element, string name) => name switch
    {
        "li" => ("- ", ""),
        "sup" => ("^", ""),
        "img" => (element.GetAttribute("alt") is { Length: > 0 } alt ? $"[afbeelding: {alt}]" : "[afbeelding]", ""),
        "s" or "strike" or "del" => ("[doorgehaald: ", "]"),
        _ when element.GetAttribute("style")?.Contains("line-through", StringComparison.OrdinalIgnoreCase) == true => ("[doorgehaald: ", "]"),
        _ => ("", ""),
    };

    private void Add(string data, bool isVerbatim)
    {
        if (isVerbatim)
        {
            Mark(data);
            return;
        }
        foreach (var unit in data)
        {
            if (unit is ' ' or '\t' or '\r' or '\n' or '\f')
            {
                _needsSpace = true;
            }
            else
            {
                Break();
                _text.Append(unit);
            }
        }
    }

    private void Mark(string mark)
    {
        if (mark.Length > 0)
        {
            Break();
            _text.Append(mark);
        }
    }

    /// <summary>The line break or space that was due, now that something follows.</summary>
    private void Break()
    {
        if (_text.Length > 0 && (_needsLine || _needsSpace))
        {
            _text.Append(_needsLine ? '\n' : ' ');
        }
        _needsLine = false;
        _needsSpace = false;
    }
}
