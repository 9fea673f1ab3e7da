using System.Security.Cryptography;
using System.Text;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>
/// Codes that people copy by hand: 80 random bits as 16 characters without I, L, O and U (Crockford's base 32). With so many
/// bits a plain hash keeps them: nobody tries 2^80 of them, online or off.
/// </summary>
internal static class SecretCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Characters = 16;
    private const int Group = 4;

    /// <summary>A new code, written as XXXX-XXXX-XXXX-XXXX.</summary>
    public static string Create() =>
        string.Join('-', RandomNumberGenerator.GetString(Alphabet, Characters).Chunk(Group).Select(part => new string(part)));

    /// <summary>
    /// What is kept of a code; the salt says what it is a code of. Letters may be small, O, I and L are read as the digits they
    /// look like. Anything that is no code gets a hash as well, of which no code can be found.
    /// </summary>
    public static string Hash(string salt, string? code)
    {
        var typed = new StringBuilder(Characters);
        foreach (var c in (code ?? "").Take(2 * Characters).Where(c => c is not (' ' or '-')))
        {
            typed.Append(char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var other => other });
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}\n{typed}")));
    }

    /// <summary>Compares two hashes in the time it takes whatever they are; an absent one equals none.</summary>
    public static bool Equal(string? kept, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(kept ?? new string('-', hash.Length)), Encoding.ASCII.GetBytes(hash));
}
