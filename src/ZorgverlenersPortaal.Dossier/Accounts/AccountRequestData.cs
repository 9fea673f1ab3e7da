namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>A request without faults.</summary>
/// <param name="Name">Name of the doctor.</param>
/// <param name="UziNumber">9 digits.</param>
/// <param name="Agb">Personal AGB code, as the doctor gave it.</param>
/// <param name="BigNumber">11 digits.</param>
/// <param name="Role">The kind of doctor.</param>
/// <param name="Practice">Practice or institution, for display.</param>
/// <param name="Email">Null when not given.</param>
/// <param name="Phone">Null when not given.</param>
public sealed record AccountRequestData(
    string Name, string UziNumber, AgbCode Agb, string BigNumber, CareRole Role, string Practice, string? Email, string? Phone);
