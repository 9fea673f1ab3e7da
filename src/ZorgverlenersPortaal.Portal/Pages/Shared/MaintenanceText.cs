using System.Globalization;
using ZorgverlenersPortaal.Dossier.Maintenance;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>Planned maintenance in words, for everyone (ui.md ZVP-L14).</summary>
public static class MaintenanceText
{
    private static readonly CultureInfo _dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>What pages say of it; null when there is nothing to say.</summary>
    public static Note? Note(MaintenanceWindow? window, DateTimeOffset now, string phone)
    {
        if (window is null)
        {
            return null;
        }
        var rest = string.Join(' ', new[] { window.Words, phone.Length > 0 ? $"Spoed? Bel {PhoneText.Unbroken(phone)}." : null }.Where(part => part is not null));
        return window.HoldsAt(now)
            ? new(NoteKind.Warning, $"Het kan even weg zijn. {rest}".Trim(), $"Het portaal is in onderhoud tot {Until(window.Ends, now)}")
            : new(NoteKind.Information, $"Het portaal kan dan weg zijn. {rest}".Trim(), $"Onderhoud op {When(window)}");
    }

    /// <summary>"dinsdag 24-11-2026 van 22.00 tot 23.30 uur".</summary>
    public static string When(MaintenanceWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return $"{Day(window.Starts)} van {Hour(window.Starts)} tot {Until(window.Ends, window.Starts)}";
    }

    /// <summary>What is wrong, for who plans. Dutch.</summary>
    public static string Dutch(this MaintenanceOutcome outcome) => outcome switch
    {
        MaintenanceOutcome.Done => "Vastgelegd. Het staat binnen een kwart minuut op elke pagina.",
        MaintenanceOutcome.WrongTime => "Kies een tijd die nog komt, van hoogstens 24 uur, binnen een jaar.",
        MaintenanceOutcome.Overlaps => "In die tijd is al onderhoud gepland. Trek dat eerst in.",
        MaintenanceOutcome.WordsTooLong => string.Create(CultureInfo.InvariantCulture, $"Schrijf hoogstens {MaintenancePlan.MostWords} tekens."),
        MaintenanceOutcome.NotThere => "Dit onderhoud is al voorbij of ingetrokken.",
    };

    private static string Until(DateTimeOffset ends, DateTimeOffset from) =>
        Clock.Day(ends) == Clock.Day(from) ? $"{Hour(ends)} uur" : $"{Day(ends)} {Hour(ends)} uur";

    private static string Hour(DateTimeOffset moment) => Clock.Time(moment)[..5].Replace(':', '.');

    private static string Day(DateTimeOffset moment) => $"{_dutch.DateTimeFormat.GetDayName(Clock.Day(moment).DayOfWeek)} {Clock.Date(moment)}";
}
