using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>A refused sign-in.</summary>
/// <param name="Reason">Code for log and trail.</param>
/// <param name="Text">What the person reads.</param>
/// <param name="Card">What could be read of the card that was offered, for the help page; never to be trusted.</param>
public sealed record SignInRefusal(string Reason, RefusalText Text, UziIdentity? Card);
