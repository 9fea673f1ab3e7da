using ZorgverlenersPortaal.Portal.Authentication;

namespace ZorgverlenersPortaal.Portal.Pages.Inloggen;

/// <summary>A refused sign-in with Dezi, as the page shows it.</summary>
/// <param name="Refusal">What is wrong and what to do.</param>
/// <param name="Incident">Code to read out over the telephone.</param>
/// <param name="Time">When.</param>
public sealed record DeziRefusalView(SignInRefusal Refusal, string Incident, DateTimeOffset Time);
