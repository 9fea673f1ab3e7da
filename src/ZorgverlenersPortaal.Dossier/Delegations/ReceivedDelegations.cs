using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>What a doctor was handed; read anew at every look, so that an end works at once (R8). Never transitive.</summary>
public sealed class ReceivedDelegations
{
    /// <summary>Days that one whose days are over is still told of.</summary>
    private const int ToldAfterwards = 31;

    private readonly FreshReads _fresh;
    private readonly DelegationReading _reading;
    private readonly DelegationOptions _options;

    internal ReceivedDelegations(FreshReads fresh, DelegationReading reading, DelegationOptions options) =>
        (_fresh, _reading, _options) = (fresh, reading, options);

    /// <summary>
    /// Every delegation to this doctor, named or by way of her practice as the office has it at this moment, with how it stands
    /// now; those whose last day is over for a month are left out. One query.
    /// </summary>
    public async Task<IReadOnlyList<DelegationStanding>> OfAsync(CareProvider receiver, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        return await OfAsync(receiver.UziNumber, cancellation);
    }

    /// <summary>The same by UZI number.</summary>
    public async Task<IReadOnlyList<DelegationStanding>> OfAsync(string uziNumber, CancellationToken cancellation) =>
        [.. (await ReadAsync(uziNumber, ToldAfterwards, cancellation)).Select(one => Standing(one.Delegation, one.Giver))];

    /// <summary>The same as they are kept, also those that ended within so many days.</summary>
    internal async Task<IReadOnlyList<(Delegation Delegation, Account Giver)>> ReadAsync(string uziNumber, int endedWithinDays, CancellationToken cancellation)
    {
        var since = DelegationRow.Stored(WallClock.Day(_reading.Now).AddDays(-endedWithinDays));
        return _reading.Judge(await _fresh.ReadAsync(
            "received delegations",
            $"{uziNumber} {since}",
            connection => DelegationReading.RowsAsync(connection, null, DelegationTable.Received, new { uziNumber, since }, cancellation),
            cancellation));
    }

    private DelegationStanding Standing(Delegation delegation, Account giver) => new(
        delegation.Id, delegation.State, Provider(giver), delegation.From, delegation.Until, DelegationRules.CoversPractice(delegation, giver, _options));

    /// <summary>The giver as a doctor. She has no card here, so no subscriber number, and the code of her role in place of her card's.</summary>
    private static CareProvider Provider(Account giver)
    {
        // A giver without a role is never in force.
        var role = giver.Role ?? CareRole.GeneralPractitioner;
        return new(giver.UziNumber, giver.Name, role, CareRoles.CodeOf(role), giver.Agb, "", giver.Practice) { PracticeAgb = giver.PracticeAgb };
    }
}
