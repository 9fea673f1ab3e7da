namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>How numbers are written in Dutch (ui.md §7).</summary>
public static class Dutch
{
    /// <summary>
    /// The source's text with a comma in its decimal numbers and nothing else changed: no digit goes, none comes (R11). What has more
    /// points than one, such as a date, stays as it is.
    /// </summary>
    public static string Number(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var text = written.ToCharArray();
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && IsPart(text[end]))
            {
                end++;
            }
            if (end > start)
            {
                Write(text.AsSpan(start, end - start));
                start = end;
            }
        }
        return new(text);
    }

    private static void Write(Span<char> number)
    {
        var point = number.IndexOf('.');
        if (point > 0 && point < number.Length - 1 && number.Count('.') + number.Count(',') == 1)
        {
            number[point] = ',';
        }
    }

    private static bool IsPart(char character) => char.IsAsciiDigit(character) || character is '.' or ',';
}
