namespace ZorgverlenersPortaal.EndToEndTests.Browsing;

/// <summary>
/// Chromium's managed policy that shows the card to https://localhost without asking: there is nobody to click. A file of
/// this process's own, gone when the last browser is.
/// </summary>
internal sealed class CardPolicy : IDisposable
{
    private const string Folder = "/etc/chromium/policies/managed";

    private static readonly Lock _turn = new();
    private static readonly string _file = Path.Combine(Folder, $"zorgverlenersportaal-e2e-{Environment.ProcessId}.json");
    private static int _users;

    public CardPolicy()
    {
        lock (_turn)
        {
            if (_users++ == 0)
            {
                Directory.CreateDirectory(Folder);
                File.WriteAllText(_file, """{"AutoSelectCertificateForUrls": ["{\"pattern\":\"https://localhost\",\"filter\":{}}"]}""");
                AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(_file);
            }
        }
    }

    public void Dispose()
    {
        lock (_turn)
        {
            if (--_users == 0)
            {
                File.Delete(_file);
            }
        }
    }
}
