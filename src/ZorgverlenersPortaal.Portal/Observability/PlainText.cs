using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;

namespace ZorgverlenersPortaal.Portal.Observability;

/// <summary>
/// Another formatter's JSON, with an escape for every character that a terminal obeys or a reader takes for the end of a line (H113).
/// JSON itself asks that only of those below U+0020; U+009B begins a command on a terminal, U+2028 and U+2029 break lines.
/// </summary>
/// <param name="inner">Writes JSON, and a line's end after it.</param>
public sealed class PlainText(ITextFormatter inner) : ITextFormatter
{
    /// <inheritdoc />
    public void Format(LogEvent logEvent, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        inner.Format(logEvent, line);
        foreach (var part in line.GetStringBuilder().GetChunks())
        {
            Write(part.Span, output);
        }
    }

    private static void Write(ReadOnlySpan<char> text, TextWriter output)
    {
        while (text.IndexOfAnyInRange('\u007f', '\u2069') is var at and >= 0)
        {
            output.Write(text[..at]);
            if (text[at] is <= '\u009f' or >= '\u2028')
            {
                // U+2028..2069 holds the characters that turn the direction of a text as well.
                output.Write("\\u");
                output.Write(((int)text[at]).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                output.Write(text[at]);
            }
            text = text[(at + 1)..];
        }
        output.Write(text);
    }
}
