using Microsoft.AspNetCore.Mvc;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Results;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Results of one group: tests with their course, or reports.</summary>
public sealed class Uitslagen(RecordOpening opening, ILogger<Uitslagen> logger) : RecordPage(opening, logger)
{
    /// <summary>The last part of the address, which names the group.</summary>
    [BindProperty(SupportsGet = true, Name = "vak")]
    public string Subject { get; set; } = "";

    /// <summary>Which test's course is drawn, by its place in the table; none when it is not there.</summary>
    [BindProperty(SupportsGet = true, Name = "bepaling")]
    public int? Test { get; set; }

    /// <summary>The group.</summary>
    public ResultGroup Group => Subject switch
    {
        "klinische-chemie" => ResultGroup.ClinicalChemistry,
        "microbiologie" => ResultGroup.Microbiology,
        "nucleair" => ResultGroup.Nuclear,
        "pathologie" => ResultGroup.Pathology,
        "radiologie" => ResultGroup.Radiology,
        _ => ResultGroup.Other,
    };

    /// <summary>Heading of the page.</summary>
    public string Heading => Group switch
    {
        ResultGroup.Nuclear => "Nucleair lab",
        ResultGroup.Other => "Overige uitslagen",
        var group => group.Name(),
    };

    /// <summary>The results.</summary>
    public PendingSection<ResultOverview> Results { get; private set; } = null!;

    /// <inheritdoc />
    public override string Part => Subject;

    /// <summary>Address of a document of a report, for this session and patient only.</summary>
    public string FileAddress(ResultReport report, ResultAttachment file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return $"/patient/{Handle}/bijlage/{Make("report-file", file.Key(report))}";
    }

    /// <inheritdoc />
    public override bool StandsAlone(string section) => section == "uitslagen";

    /// <inheritdoc />
    protected override RecordReading Start(PatientGrant grant, CancellationToken cancellation)
    {
        Results = Dossier.ReadResults(grant, Group, cancellation);
        return Dossier.StartRecord(grant, cancellation);
    }
}
