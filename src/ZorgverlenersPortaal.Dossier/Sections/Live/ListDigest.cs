using System.Security.Cryptography;
using System.Text.Json;

namespace ZorgverlenersPortaal.Dossier.Sections.Live;

/// <summary>One number for what a list shows: another one means that somebody would see something else. Of what it shows nothing can be read back.</summary>
internal static class ListDigest
{
    /// <summary>64 hexadecimal digits over everything but the time of fetching.</summary>
    public static string Of(PatientList list)
    {
        var shown = JsonSerializer.SerializeToUtf8Bytes(new { list.Admitted, list.Discharged, list.Planned, list.IsIncomplete, list.IsDoctorKnown });
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(shown));
        }
        finally
        {
            shown.AsSpan().Clear();
        }
    }
}
