namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>Something a doctor has to be told about a delegation.</summary>
/// <param name="Kind">What.</param>
/// <param name="Delegation">About which.</param>
/// <param name="Days">Whole days until it ends or must have been confirmed; 0 is today.</param>
/// <param name="IsUrgent">The last reminder.</param>
/// <param name="IsGiver">To the giver; else to who stands in.</param>
public sealed record DelegationReminder(DelegationReminderKind Kind, Delegation Delegation, int Days, bool IsUrgent, bool IsGiver)
{
    internal static IReadOnlyList<DelegationReminder> Of(
        IReadOnlyList<Delegation> given, IReadOnlyList<Delegation> received, DelegationOptions options, DateTimeOffset now) =>
    [
        .. received.Where(one => one.State == DelegationState.AwaitingAcceptance)
            .Select(one => new DelegationReminder(DelegationReminderKind.AcceptanceAsked, one, DaysUntil(one.From, now), false, false)),
        .. given.Select(one => Of(one, isGiver: true, options, now)).Concat(received.Select(one => Of(one, isGiver: false, options, now)))
            .OfType<DelegationReminder>().OrderBy(reminder => reminder.Days),
    ];

    private static DelegationReminder? Of(Delegation delegation, bool isGiver, DelegationOptions options, DateTimeOffset now)
    {
        var isRunning = delegation.State is DelegationState.InForce or DelegationState.OutsideShift or DelegationState.GiverInactive;
        var days = DaysUntil(delegation.Until, now);
        if (!(isRunning || delegation.IsLapsed && isGiver) || days > options.RemindFrom)
        {
            return null;
        }
        var kind = delegation.ReconfirmBefore is null ? DelegationReminderKind.EndsSoon
            : isGiver ? DelegationReminderKind.ReconfirmationDue
            : DelegationReminderKind.EndsSoon;
        return new(kind, delegation, Math.Max(0, days), days <= options.UrgentFrom, isGiver);
    }

    /// <summary>From the day it is to the last day that counts.</summary>
    private static int DaysUntil(DateTimeOffset moment, DateTimeOffset now) =>
        WallClock.Day(moment.AddTicks(-1)).DayNumber - WallClock.Day(now).DayNumber;
}
