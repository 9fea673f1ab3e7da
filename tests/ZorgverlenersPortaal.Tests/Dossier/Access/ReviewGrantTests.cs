using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>Which records may be seen again: only those that say what a doctor was shown of one patient.</summary>
public sealed class ReviewGrantTests
{
    private static readonly AuditEventType[] _shown =
        [AuditEventType.PatientOpened, AuditEventType.SectionShown, AuditEventType.LetterOpened, AuditEventType.LettersSearched, AuditEventType.PastShown];

    [Fact]
    public void R1_IsPossible_OfNoOtherActThanShowing() =>
        Assert.Equal(_shown.Order(), Enum.GetValues<AuditEventType>().Where(type => ReviewGrant.IsPossible(Record(type))).Order());

    [Fact]
    public void R1_IsPossible_NotOfARefusalSeveralPatientsNobodyOrNothing()
    {
        var record = Record(AuditEventType.SectionShown);
        Assert.False(ReviewGrant.IsPossible(record with { Outcome = AuditOutcome.Refused }));
        Assert.False(ReviewGrant.IsPossible(record with { Outcome = AuditOutcome.Failed }));
        Assert.False(ReviewGrant.IsPossible(record with { Patients = [new("p1"), new("p2")] }));
        Assert.False(ReviewGrant.IsPossible(record with { Patients = [new("", "999900018")] }));
        Assert.False(ReviewGrant.IsPossible(record with { Patients = [] }));
        Assert.False(ReviewGrant.IsPossible(record with { Resources = [] }));
    }

    private static AuditRecord Record(AuditEventType type) => new()
    {
        Event = type,
        Action = AuditAction.Read,
        Outcome = AuditOutcome.Success,
        Time = DateTimeOffset.UnixEpoch,
        RequestId = "r",
        Patients = [new("p1")],
        Resources = ["Condition/d1/1"],
    };
}
