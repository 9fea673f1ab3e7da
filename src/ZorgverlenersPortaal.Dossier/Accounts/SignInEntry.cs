namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>One try to sign in with an account.</summary>
/// <param name="Time">When.</param>
/// <param name="Outcome"><c>SignedIn</c>, or the code of the refusal.</param>
/// <param name="Address">Network address.</param>
/// <param name="CardSerial">Serial number of the card's certificate, hexadecimal.</param>
/// <param name="CardAgb">AGB code that the card carries; null when none.</param>
/// <param name="CardExpires">Until when the card is valid.</param>
public sealed record SignInEntry(DateTimeOffset Time, string Outcome, string? Address, string CardSerial, string? CardAgb, DateTimeOffset CardExpires)
{
    /// <summary>The outcome of a sign-in that succeeded.</summary>
    public const string SignedIn = "SignedIn";

    /// <summary>It succeeded.</summary>
    public bool IsSuccess => Outcome == SignedIn;
}
