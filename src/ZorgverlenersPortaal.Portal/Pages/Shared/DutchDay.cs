using System.Globalization;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>A day as people type it in a form: 1-3-2026 or 01-03-2026.</summary>
public static class DutchDay
{
    /// <summary>What is wrong with anything else. Dutch.</summary>
    public const string Fault = "Vul een datum in als 01-03-2026.";

    /// <summary>The day, or null when it is none.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "d-M-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
