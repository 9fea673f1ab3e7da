using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Results;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Words for what was open at a discharge, in Dutch.</summary>
public static class DischargeText
{
    /// <summary>"Ontslag op 20-11-2026, Cardiologie".</summary>
    public static string Heading(Admission admission)
    {
        ArgumentNullException.ThrowIfNull(admission);
        return $"Ontslag op {admission.End?.Date ?? "onbekende dag"}{((admission.Specialty ?? admission.Ward) is { } where ? ", " + where : "")}";
    }

    /// <summary>What happened since.</summary>
    public static string Of(PendingResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Kind switch
        {
            PendingKind.StillPending => $"Nog niet definitief: {result.Status.Text}.",
            PendingKind.ArrivedLater => $"Kwam na het ontslag, op {result.Issued?.DateAndTime}.",
            PendingKind.ChangedLater => $"Na het ontslag {result.Status.Text}, op {result.Issued?.DateAndTime}.",
            _ => throw new InvalidOperationException($"Unknown kind {result.Kind}."),
        };
    }

    /// <summary>Last part of the address of the page on which the results of a group stand.</summary>
    public static string Part(ResultGroup group) => group switch
    {
        ResultGroup.ClinicalChemistry => "klinische-chemie",
        ResultGroup.Microbiology => "microbiologie",
        ResultGroup.Nuclear => "nucleair",
        ResultGroup.Pathology => "pathologie",
        ResultGroup.Radiology => "radiologie",
        _ => "overige-uitslagen",
    };
}
