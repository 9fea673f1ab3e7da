using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Dossier.Explanations;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier;

/// <summary>The settings of every room, each read and checked before.</summary>
public sealed record DossierOptions
{
    /// <summary>The hospital's EPD.</summary>
    public required EpdOptions Epd { get; init; }

    /// <summary>Codes and choices of the sections of a record.</summary>
    public SectionOptions Sections { get; init; } = new();

    /// <summary>Where accounts are kept.</summary>
    public required StorageOptions Storage { get; init; }

    /// <summary>What the nodes share.</summary>
    public StateOptions State { get; init; } = new();

    /// <summary>How the portal office works.</summary>
    public AccountsOptions Accounts { get; init; } = new();

    /// <summary>What doctors may hand over to each other.</summary>
    public DelegationOptions Delegations { get; init; } = new();

    /// <summary>How the emergency procedure works.</summary>
    public EmergencyOptions Emergency { get; init; } = new();

    /// <summary>How long officers' cases may last.</summary>
    public ReviewOptions Review { get; init; } = new();

    /// <summary>Which rules of access are switched on.</summary>
    public AccessOptions Access { get; init; } = new();

    /// <summary>How looks are explained and judged.</summary>
    public ExplanationOptions Explanations { get; init; } = new();
}
