using System.Globalization;
using System.Text;

namespace ZorgverlenersPortaal.Audit.Records;

/// <summary>
/// Text as the trail can hold it in payload and columns alike. Half a surrogate pair has no UTF-8, and SQLite ends a text
/// at NUL: both become U+FFFD, so that a hostile value can neither stop the recording nor make the columns differ.
/// </summary>
internal static class StoredText
{
    /// <summary>Characters, and bytes, in a time.</summary>
    public const int TimeLength = 24;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The text without what cannot be stored; null stays null.</summary>
    public static string? Of(string? text)
    {
        if (text is null || !(text.Contains('\0') || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')))
        {
            return text;
        }

        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
    }

    /// <summary>The time in UTC with milliseconds.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The time that such a text says; throws FormatException when it is another text.</summary>
    public static DateTimeOffset ToTime(string text) =>
        TryToTime(text) ?? throw new FormatException($"'{text}' is no time as the audit trail writes it.");

    /// <summary>The time that such a text says, or null.</summary>
    public static DateTimeOffset? TryToTime(string? text) => DateTimeOffset.TryParseExact(
        text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
