using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>One look that an officer has to judge. Holds no patient: whom it was about stands in the trail, where its evidence points.</summary>
public sealed record ReviewCase
{
    /// <summary>12 hexadecimal digits; made of <see cref="Subject"/>, so that the same look never has two.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about, coded: <c>Emergency:4f2a…</c> or <c>Patient:node1/184311</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What made it.</summary>
    public required CaseOrigin Origin { get; init; }

    /// <summary>Why, each a code or plain words; never a patient's name.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset Opened { get; init; }

    /// <summary>When the look was.</summary>
    public required DateTimeOffset LookTime { get; init; }

    /// <summary>What the first record of the look says.</summary>
    public required AuditEventType LookEvent { get; init; }

    /// <summary>Who looked.</summary>
    public required string DoctorUzi { get; init; }

    /// <summary>Her name as the trail has it.</summary>
    public string? DoctorName { get; init; }

    /// <summary>The emergency it is about; null for other looks.</summary>
    public string? EmergencyId { get; init; }

    /// <summary>How far it is.</summary>
    public CaseState State { get; init; }

    /// <summary>When it must have left this state; null when it is judged.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The officer who has it in hand.</summary>
    public string? Owner { get; init; }

    /// <summary>Her name.</summary>
    public string? OwnerName { get; init; }

    /// <summary>The officer who judged it, or proposed to.</summary>
    public string? Judge { get; init; }

    /// <summary>The second officer, of a breach.</summary>
    public string? Seconder { get; init; }

    /// <summary>What was found; of a proposal nothing holds yet.</summary>
    public CaseVerdict? Verdict { get; init; }

    /// <summary>What people call it by.</summary>
    public string Reference => "ZK-" + Id.ToUpperInvariant();

    /// <summary>It should have left its state by now.</summary>
    public bool IsOverdue(DateTimeOffset now) => Due < now;

    /// <inheritdoc />
    public override string ToString() => Reference;
}
