namespace ZorgverlenersPortaal.EndToEndTests.Tokens;

/// <summary>A test with a software token; says what to install where something is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TokenFactAttribute : FactAttribute
{
    private static readonly string[] _needs = ["/usr/bin/softhsm2-util", "/usr/bin/pkcs11-tool", "/usr/lib/softhsm/libsofthsm2.so", "/usr/bin/curl"];

    public TokenFactAttribute()
    {
        var engines = Directory.Exists("/usr/lib") ? Directory.GetDirectories("/usr/lib", "*-linux-gnu") : [];
        var engine = engines.Any(folder => File.Exists(Path.Combine(folder, "engines-3", "pkcs11.so")));
        Skip = engine && _needs.All(File.Exists)
            ? null
            : "not run: needs curl and a software token: apt-get install curl softhsm2 opensc libengine-pkcs11-openssl (ops/install)";
    }
}
