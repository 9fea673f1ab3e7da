namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Accounts;

/// <summary>The fields of a doctor's account, the same when it is added and when it is changed.</summary>
/// <param name="Form">What was typed.</param>
public sealed record DoctorFields(AccountForm Form);
