namespace ZorgverlenersPortaal.Dossier;

/// <summary>Somebody of the hospital's staff with an active account, as judged at sign-in and read again at every request.</summary>
/// <param name="UziNumber">9 digits; identifies the person.</param>
/// <param name="Name">For display only.</param>
/// <param name="Function">Never <see cref="AccountFunction.CareProvider"/>.</param>
/// <param name="RoleCode">Role code of the card: 00.000 (medewerkerpas op naam).</param>
/// <param name="Ura">Subscriber number of the card.</param>
public sealed record StaffMember(string UziNumber, string Name, AccountFunction Function, string RoleCode, string Ura);
