using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.Delegations;

namespace ZorgverlenersPortaal.Tests.Dossier.Delegations;

/// <summary>The state of any delegation at any clock.</summary>
public sealed class DelegationRulesTests
{
    private static readonly DateTimeOffset _begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static Gen<Delegation> Delegations { get; } =
        from first in Gen.Choose(0, 500)
        from length in Gen.Choose(0, 900)
        from flags in Gen.Choose(0, 63)
        from hour in Gen.Choose(0, 23)
        select new Delegation
        {
            Id = "0123456789abcdef",
            GiverUzi = "900040001",
            GiverName = "Anna",
            ReceiverUzi = "900040002",
            ReceiverName = "Bram",
            FirstDay = new DateOnly(2026, 1, 1).AddDays(first),
            LastDay = new DateOnly(2026, 1, 1).AddDays(first + length),
            Shifts = (flags & 1) == 0 ? ShiftTimes.Always : (flags & 32) == 0 ? new([new(DayOfWeek.Friday, null, new(hour, 0), new(8, 0))]) : null,
            Made = _begin,
            Accepted = (flags & 2) == 0 ? _begin : null,
            Approved = (flags & 4) == 0 ? _begin : null,
            Reconfirmed = (flags & 8) == 0 ? _begin.AddDays(300) : null,
            Ended = (flags & 16) == 0 ? null : _begin.AddDays(10),
        };

    [Fact]
    public void StateOf_AnyClock_IsInForceOnlyBetweenFromAndUntilAndWhenAllAgree() =>
        Prop.ForAll(Gen.Zip(Gen.Zip(Delegations, Gen.Choose(0, 1_600 * 24)), Gen.Choose(0, 3)).ToArbitrary(), sample =>
        {
            var ((delegation, hours), switches) = sample;
            var options = new DelegationOptions { OfficeApproves = (switches & 1) == 1 };
            var now = _begin.AddHours(hours);
            var read = delegation with { ReconfirmBefore = DelegationRules.ReconfirmBefore(delegation, options) };
            var mayLook = (switches & 2) == 2;
            var should = mayLook && read.From <= now && now < read.Until && read is { Ended: null, Accepted: not null }
                && (read.Approved is not null || !options.OfficeApproves) && read.Shifts?.Covers(now) == true;
            return (DelegationRules.StateOf(read, mayLook, options, now) == DelegationState.InForce) == should && read.Until <= read.End;
        }).QuickCheckThrowOnFailure();
}
