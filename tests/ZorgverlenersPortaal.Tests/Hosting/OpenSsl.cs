using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>The openssl s_client command: a TLS client that does exactly what it is told.</summary>
internal static class OpenSsl
{
    /// <summary>Asks for one address of the portal and returns everything s_client said.</summary>
    public static Task<string> RequestAsync(Uri portal, string path, params string[] arguments) =>
        SendAsync(portal, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", arguments);

    /// <summary>Sends these very bytes.</summary>
    public static async Task<string> SendAsync(Uri portal, string request, params string[] arguments)
    {
        var start = new ProcessStartInfo("openssl", ["s_client", "-connect", $"127.0.0.1:{portal.Port}", "-servername", "localhost", "-ign_eof", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(request);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // the handshake was refused before anything could be written
        }

        await process.WaitForExitAsync();
        return await text + await errors;
    }

    /// <summary>Writes a card with its key where -cert and -key find it.</summary>
    public static string[] Card(string folder, X509Certificate2 card)
    {
        using var key = card.GetRSAPrivateKey()!;
        File.WriteAllText(Path.Combine(folder, "card.crt"), card.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "card.key"), key.ExportPkcs8PrivateKeyPem());
        return ["-cert", Path.Combine(folder, "card.crt"), "-key", Path.Combine(folder, "card.key")];
    }
}
