using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>RSA keys by name, made once per test run: making one takes longer than most tests.</summary>
internal static class TestKeys
{
    private static readonly ConcurrentDictionary<string, Lazy<RSA>> _keys = new(StringComparer.Ordinal);

    public static RSA Rsa(string name, int bits = 2048) => _keys.GetOrAdd(name, _ => new Lazy<RSA>(() => RSA.Create(bits))).Value;
}
