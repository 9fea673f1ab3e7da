using System.Globalization;
using ZorgverlenersPortaal.Dossier.Delegations;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>Delegations in words. Dutch, for doctors and office.</summary>
public static class DelegationText
{
    private const int SoonDays = 14;

    /// <summary>"31-12-2026".</summary>
    public static string Date(DateOnly day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    /// <summary>"2026-12-31", for machines.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The label of its state and the label's colour.</summary>
    public static (string Text, string CssClass) Label(Delegation delegation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(delegation);
        return delegation.State switch
        {
            DelegationState.InForce when Days(delegation, now) is var days and <= SoonDays => (Ends(days), "zvp-label--warn"),
            DelegationState.InForce => ("Geldig", "zvp-label--ok"),
            DelegationState.AwaitingAcceptance => ("Wacht op antwoord", "zvp-label--warn"),
            DelegationState.AwaitingApproval => ("Wacht op goedkeuring", "zvp-label--warn"),
            DelegationState.NotYet => ("Gepland", ""),
            DelegationState.OutsideShift => ("Buiten diensttijd", ""),
            DelegationState.GiverInactive => ("Nu niet geldig", "zvp-label--warn"),
            DelegationState.Ended when delegation.IsLapsed => ("Niet opnieuw bevestigd", "zvp-label--danger"),
            DelegationState.Ended => ("Verlopen", "zvp-label--line"),
            DelegationState.Withdrawn => (IsRefused(delegation) ? "Geweigerd" : "Ingetrokken", "zvp-label--line"),
        };
    }

    /// <summary>A line below the label, or null.</summary>
    public static string? Detail(Delegation delegation)
    {
        ArgumentNullException.ThrowIfNull(delegation);
        return delegation.State switch
        {
            DelegationState.Withdrawn when delegation is { Ended: { } at, EndedBy: { } side } => $"door {Who(delegation, side)}, {Clock.DateAndTime(at)}",
            DelegationState.GiverInactive => "Bel ons als je dit niet verwacht.",
            DelegationState.InForce or DelegationState.AwaitingAcceptance or DelegationState.AwaitingApproval or DelegationState.NotYet
                or DelegationState.OutsideShift or DelegationState.Ended or DelegationState.Withdrawn => null,
        };
    }

    /// <summary>What a reminder says.</summary>
    public static string Of(DelegationReminder reminder)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        var one = reminder.Delegation;
        return reminder.Kind switch
        {
            DelegationReminderKind.AcceptanceAsked => $"{one.GiverName} vraagt je om waar te nemen, van {Date(one.FirstDay)} tot en met {Date(one.LastDay)}.",
            DelegationReminderKind.EndsSoon when reminder.IsGiver => $"De waarneming door {one.ReceiverName} {Ends(reminder.Days).ToLowerInvariant()}.",
            DelegationReminderKind.EndsSoon => $"Je waarneming voor {one.GiverName} {Ends(reminder.Days).ToLowerInvariant()}.",
            DelegationReminderKind.ReconfirmationDue when one.IsLapsed => $"De waarneming door {one.ReceiverName} is gestopt, omdat je die niet opnieuw hebt bevestigd.",
            DelegationReminderKind.ReconfirmationDue => $"Bevestig uiterlijk {Clock.Date(one.Until.AddTicks(-1))} dat {one.ReceiverName} nog voor je waarneemt. Anders stopt de waarneming.",
        };
    }

    private static string Ends(int days) => days switch
    {
        <= 0 => "Verloopt vandaag",
        1 => "Verloopt morgen",
        _ => $"Verloopt over {days} dagen",
    };

    private static int Days(Delegation delegation, DateTimeOffset now) => Clock.Day(delegation.Until.AddTicks(-1)).DayNumber - Clock.Day(now).DayNumber;

    private static bool IsRefused(Delegation delegation) => delegation.EndedBy switch
    {
        DelegationSide.Receiver => delegation.Accepted is null,
        DelegationSide.Giver or DelegationSide.Office or null => false,
    };

    private static string Who(Delegation delegation, DelegationSide side) => side switch
    {
        DelegationSide.Giver => delegation.GiverName,
        DelegationSide.Receiver => delegation.ReceiverName,
        DelegationSide.Office => "ons bureau",
    };
}
