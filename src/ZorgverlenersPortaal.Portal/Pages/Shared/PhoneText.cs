namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>Phone numbers as they are shown.</summary>
public static class PhoneText
{
    private const char HardSpace = '\u00A0';

    /// <summary>
    /// The text with hard spaces between digits, so that a number is never broken over two lines:
    /// half a number at the end of a line is easily misread.
    /// </summary>
    public static string Unbroken(string text) => string.Create(text.Length, text, static (result, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            result[i] = source[i] is ' ' && IsDigitAt(source, i - 1) && IsDigitAt(source, i + 1) ? HardSpace : source[i];
        }
    });

    private static bool IsDigitAt(string text, int index) =>
        index >= 0 && index < text.Length && char.IsAsciiDigit(text[index]);
}
