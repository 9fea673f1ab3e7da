using System.Globalization;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>Times and codes as the database holds them: UTC text that sorts by time, and the names of members.</summary>
internal static class StoredValue
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The time, or null; the form of earlier versions (round-trip, with offset) is read as well.</summary>
    public static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    /// <summary>The member of exactly this name, or null; a number is no name.</summary>
    public static T? Read<T>(string? text) where T : struct, Enum
    {
        foreach (var member in Enum.GetValues<T>())
        {
            if (member.ToString() == text)
            {
                return member;
            }
        }
        return null;
    }
}
