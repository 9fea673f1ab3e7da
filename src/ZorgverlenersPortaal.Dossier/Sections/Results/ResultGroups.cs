namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Words for groups.</summary>
public static class ResultGroups
{
    /// <summary>The Dutch heading.</summary>
    public static string Name(this ResultGroup group) => group switch
    {
        ResultGroup.ClinicalChemistry => "Klinische chemie",
        ResultGroup.Microbiology => "Microbiologie",
        ResultGroup.Pathology => "Pathologie",
        ResultGroup.Radiology => "Radiologie",
        ResultGroup.Nuclear => "Nucleair",
        ResultGroup.Other => "Overig",
    };
}
