using System.Globalization;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>A row as the database holds it; a value that is not understood opens nothing.</summary>
internal sealed record DelegationRow
{
    private const string DayForm = "yyyy-MM-dd";
    private static readonly DateOnly _longAgo = new(1970, 1, 1);

    public string Id { get; init; } = "";

    public string? ReceiverUzi { get; init; }

    public string? ReceiverPractice { get; init; }

    public string? ReceiverName { get; init; }

    public string FirstDay { get; init; } = "";

    public string LastDay { get; init; } = "";

    public string Shifts { get; init; } = "";

    public string? Note { get; init; }

    public long CoversPractice { get; init; }

    public string Made { get; init; } = "";

    public string MadeBy { get; init; } = "";

    public string? Accepted { get; init; }

    public string? Approved { get; init; }

    public string? Reconfirmed { get; init; }

    public string? Ended { get; init; }

    public string? EndedBy { get; init; }

    /// <summary>The delegation with how it stands for this giver at this moment.</summary>
    public Delegation ToDelegation(Account giver, bool giverMayLook, DelegationOptions options, DateTimeOffset now)
    {
        // With a day that cannot be read it has passed.
        var (first, last) = Day(FirstDay) is { } from && Day(LastDay) is { } to ? (from, to) : (_longAgo, _longAgo);
        var kept = new Delegation
        {
            Id = Id,
            GiverUzi = giver.UziNumber,
            GiverName = giver.Name,
            GiverPractice = giver.Practice,
            ReceiverUzi = ReceiverUzi,
            ReceiverPractice = AgbCode.TryRead(ReceiverPractice),
            ReceiverName = ReceiverName ?? ReceiverUzi ?? ReceiverPractice ?? "",
            FirstDay = first,
            LastDay = last,
            Shifts = ShiftText.Read(Shifts),
            Note = Note,
            CoversPractice = CoversPractice == 1,
            Made = StoredValue.Time(Made) ?? DateTimeOffset.UnixEpoch,
            IsMadeByOffice = MadeBy != nameof(DelegationSide.Giver),
            Accepted = StoredValue.Time(Accepted),
            Approved = StoredValue.Time(Approved),
            Reconfirmed = StoredValue.Time(Reconfirmed),
            Ended = Ended is null ? null : StoredValue.Time(Ended) ?? DateTimeOffset.UnixEpoch,
            EndedBy = StoredValue.Read<DelegationSide>(EndedBy),
        };
        return kept with
        {
            State = DelegationRules.StateOf(kept, giverMayLook, options, now),
            ReconfirmBefore = DelegationRules.ReconfirmBefore(kept, options),
            MayReconfirm = DelegationRules.MayReconfirm(kept, options, now),
        };
    }

    public static string Stored(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
