using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>All that one doctor did in the record of one patient on one day, Dutch time. Acts are counted apart; nothing clinical (R5).</summary>
public sealed record Look
{
    /// <summary>Who looked.</summary>
    public required string UziNumber { get; init; }

    /// <summary>Her name as the trail has it.</summary>
    public required string Name { get; init; }

    /// <summary>The role code of her card; null when unknown.</summary>
    public required string? RoleCode { get; init; }

    /// <summary>The patient, by the EPD's id.</summary>
    public required string PatientId { get; init; }

    /// <summary>The patient's BSN where the trail has it.</summary>
    public required string? Bsn { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The earliest record of it; the look's name.</summary>
    public required AuditPlace First { get; init; }

    /// <summary>When the last act was.</summary>
    public required DateTimeOffset Last { get; init; }

    /// <summary>Times the record was opened.</summary>
    public required int Opened { get; init; }

    /// <summary>Sections shown.</summary>
    public required int Sections { get; init; }

    /// <summary>Letters opened.</summary>
    public required int Letters { get; init; }

    /// <summary>Pages printed.</summary>
    public required int Printed { get; init; }

    /// <summary>Some of it rested on an emergency: then only contact with the hospital explains it.</summary>
    public required bool IsEmergency { get; init; }

    /// <summary>Hashes of the reasons that the doctor typed for an emergency.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The relations and delegations that its decisions rested on.</summary>
    public required IReadOnlyList<Explanation> Relations { get; init; }

    /// <summary>The last day of this doctor's own relation, as a decision found it; null when none said so.</summary>
    public required DateOnly? RelationEnded { get; init; }

    /// <summary>A delegation to this doctor that opened nothing at that moment; null when there was none.</summary>
    public required string? IdleDelegation { get; init; }

    /// <summary>Where it stands that the hospital restricts this record: own staff, a public figure; null for no.</summary>
    public required string? Restriction { get; init; }
}
