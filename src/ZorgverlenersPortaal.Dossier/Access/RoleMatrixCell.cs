using System.Runtime.InteropServices;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>One cell of the matrix: may this role, looking on this basis, see this section?</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RoleMatrixCell(CareRole Role, AccessBasis Basis, DossierCategory Section)
{
    /// <summary>Every cell there is, in the order of role, basis and section.</summary>
    public static IReadOnlyList<RoleMatrixCell> All { get; } =
    [
        .. from role in Enum.GetValues<CareRole>()
           from basis in Enum.GetValues<AccessBasis>()
           from section in Enum.GetValues<DossierCategory>()
           select new RoleMatrixCell(role, basis, section),
    ];

    /// <summary>Goes with the basis itself: open wherever the basis opens the patient (R7).</summary>
    public bool IsAlwaysWithBasis => Section is DossierCategory.Banner or DossierCategory.TreatmentDirectives or DossierCategory.Allergies;

    /// <summary>As the trail and the faults name it: <c>GeneralPractitioner/Delegation/Results</c>.</summary>
    public override string ToString() => $"{Role}/{Basis}/{Section}";
}
