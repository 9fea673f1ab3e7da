using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>The summary of a record.</summary>
public sealed class Index(RecordOpening opening, ILogger<Index> logger) : RecordPage(opening, logger)
{
    /// <summary>The sections under way.</summary>
    public DossierReading Reading { get; private set; } = null!;

    /// <summary>Where all letters stand.</summary>
    public string AllLettersAddress => RecordMenu.Address(Handle, "brieven");

    /// <inheritdoc />
    public override string Part => "";

    /// <inheritdoc />
    protected override RecordReading Start(PatientGrant grant, CancellationToken cancellation) => Reading = Dossier.Start(grant, cancellation);
}
