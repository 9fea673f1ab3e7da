using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>The Dutch words of the role matrix.</summary>
public static class RightsText
{
    /// <summary>What a look rests on.</summary>
    public static string Of(AccessBasis basis) => basis switch
    {
        AccessBasis.OwnPatient => "Eigen patiënt",
        AccessBasis.OwnPractice => "Patiënt van de praktijk",
        AccessBasis.CareTeam => "Lid van het behandelteam",
        AccessBasis.Residence => "Woont in de instelling",
        AccessBasis.EndedRelation => "Behandelrelatie net voorbij",
        AccessBasis.Delegation => "Waarneming",
        AccessBasis.Emergency => "Noodprocedure",
    };

    /// <summary>A section of a record.</summary>
    public static string Of(DossierCategory section) => section switch
    {
        DossierCategory.Banner => "Naam, adres en BSN",
        DossierCategory.Admission => "Opname en ontslag",
        DossierCategory.TreatmentDirectives => "Behandelbeperkingen",
        DossierCategory.Diagnoses => "Diagnoses",
        DossierCategory.Allergies => "Allergieën",
        DossierCategory.Letters => "Correspondentie",
        DossierCategory.CareMoments => "Zorgmomenten",
        DossierCategory.Medication => "Medicatie",
        DossierCategory.Results => "Uitslagen",
        DossierCategory.ConclusionAndPolicy => "Conclusie en beleid",
        DossierCategory.Alerts => "Waarschuwingen",
        DossierCategory.CareTeam => "Behandelteam",
    };

    /// <summary>One cell as a change names it.</summary>
    public static string Of(RoleMatrixCell cell) => $"{cell.Role.Dutch()}, {Of(cell.Basis)}, {Of(cell.Section)}";

    /// <summary>Open or closed, in a word.</summary>
    public static string Of(bool isOpen) => isOpen ? "te zien" : "niet te zien";

    /// <summary>Where a version stands.</summary>
    public static string Of(RoleMatrixVersion version, RoleMatrixVersion inForce, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(inForce);
        return version.Status switch
        {
            RoleMatrixStatus.Proposed => "Voorstel",
            RoleMatrixStatus.Rejected => "Afgewezen",
            RoleMatrixStatus.Approved when version.Number == inForce.Number => "Geldt nu",
            RoleMatrixStatus.Approved => version.Effective > now ? "Gaat nog in" : "Vervangen",
        };
    }
}
