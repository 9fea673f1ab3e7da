using ZorgverlenersPortaal.Dossier.Consents;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>What closes a record or a part of it; section <c>Access</c>. Strict by default (R13).</summary>
public sealed class AccessOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Access";

    /// <summary>What labels close.</summary>
    public SensitivityOptions Sensitivity { get; init; } = new();

    /// <summary>The patient's own objection.</summary>
    public ConsentOptions Consents { get; init; } = new();

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults() => Sensitivity.Faults();
}
