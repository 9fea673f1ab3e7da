namespace ZorgverlenersPortaal.Dossier.Sections.Alerts;

/// <summary>Which codes tell an infection or isolation; section <c>Alerts</c> (docs/configuration.md).</summary>
public sealed class AlertOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Alerts";

    private const string Snomed = "http://snomed.info/sct|";

    /// <summary>Carrier of MRSA, of VRE, of ESBL-producing bacteria; infection with MRSA.</summary>
    private static readonly string[] _infection = [Snomed + "432415000", Snomed + "431109006", Snomed + "762988003", Snomed + "266096002"];

    /// <summary>Isolation; transmission-based, contact, airborne and droplet precautions.</summary>
    private static readonly string[] _isolation = [Snomed + "40174006", Snomed + "409583003", Snomed + "409529001", Snomed + "409524006", Snomed + "409525007"];

    /// <summary>Codes or categories of an infection.</summary>
    public IList<string> InfectionCodes { get; init; } = [];

    /// <summary>Codes or categories of isolation.</summary>
    public IList<string> IsolationCodes { get; init; } = [];

    internal CodeList Infection => new(InfectionCodes.Count > 0 ? InfectionCodes : _infection);

    internal CodeList Isolation => new(IsolationCodes.Count > 0 ? IsolationCodes : _isolation);

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults() =>
        [.. CodeList.Faults($"{Section}:{nameof(InfectionCodes)}", InfectionCodes), .. CodeList.Faults($"{Section}:{nameof(IsolationCodes)}", IsolationCodes)];
}
