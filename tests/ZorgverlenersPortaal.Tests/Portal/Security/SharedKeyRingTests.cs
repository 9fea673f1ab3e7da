using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Security;

/// <summary>The keys of all nodes, and what somebody who can write to the state could do to them.</summary>
public sealed class SharedKeyRingTests : IDisposable
{
    private readonly MemoryState _state = new(TimeProvider.System);
    private readonly string _folder = Directory.CreateTempSubdirectory("keys-").FullName;
    private readonly X509Certificate2 _certificate;

    public SharedKeyRingTests()
    {
        TwoNodes.WriteKeyCertificate(_folder);
        _certificate = Options().LoadKeyCertificate();
    }

    private string Key => "keys:" + _certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public void Dispose()
    {
        _certificate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Protect_AtOneNode_CanBeReadAtTheOtherAndKeysAreNotReadable()
    {
        using var one = Node();
        using var other = Node();
        var secret = one.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Protect("geheim");
        Assert.Equal("geheim", other.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Unprotect(secret));
        var kept = Encoding.Latin1.GetString((await _state.GetAsync(Key, default))!);
        Assert.Contains("EncryptedData", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_KeyThatAnotherNodeAdded_IsKnownAtOnce()
    {
        using var one = Node();
        using var other = Node();
        one.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Protect("geheim");
        other.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        Assert.True(await one.GetRequiredService<SharedKeyRing>().MeetAsync());
        Assert.False(await one.GetRequiredService<SharedKeyRing>().MeetAsync());
        var stale = one.GetRequiredService<IKeyManager>().GetCacheExpirationToken();
        one.GetRequiredService<SharedKeyManager>().Forget();
        Assert.True(stale.IsCancellationRequested);
        Assert.False(one.GetRequiredService<IKeyManager>().GetCacheExpirationToken().IsCancellationRequested);
        Assert.Equal(2, one.GetRequiredService<IKeyManager>().GetAllKeys().Count);
    }

    [Fact]
    public async Task Store_ByManyNodesAtOnce_LosesNone()
    {
        var rings = Enumerable.Range(0, 8).Select(_ => Ring()).ToList();
        await Task.WhenAll(rings.Select((ring, i) => Task.Run(() => ring.StoreElement(new XElement("key", new XAttribute("id", i)), "key"))));
        Assert.Equal(8, Ring().GetAllElements().Count);
    }

    [Fact]
    public async Task Meet_AfterEverythingWasLost_PutsTheKeysBack()
    {
        var ring = Ring();
        ring.StoreElement(new XElement("key", new XAttribute("id", 1)), "key");
        await _state.RemoveAsync(Key, default);
        Assert.Empty(Ring().GetAllElements());
        Assert.False(await ring.MeetAsync());
        Assert.Single(Ring().GetAllElements());
    }

    [Fact]
    public async Task H070_RingThatSomeoneElseWrote_IsNotUsedAndOverwritten()
    {
        var ring = Ring();
        ring.StoreElement(new XElement("key", new XAttribute("id", 1)), "key");
        var genuine = (await _state.GetAsync(Key, default))!;
        byte[] edited = [.. genuine];
        edited[^10] ^= 1;
        using var stranger = RSA.Create(2048);
        var planted = "<keys><key id=\"2\" /></keys>"u8.ToArray();
        byte[][] attacks =
        [
            edited, planted, [.. new byte[256], .. planted], [.. stranger.SignData(planted, HashAlgorithmName.SHA256, RSASignaturePadding.Pss), .. planted],
            [], genuine[..255], genuine[..256],
        ];
        foreach (var attack in attacks)
        {
            await _state.SetAsync(Key, attack, TimeSpan.FromHours(1), default);
            Assert.Empty(Ring().GetAllElements());
            Assert.Equal("1", Assert.Single(ring.GetAllElements()).Attribute("id")!.Value);
        }

        await ring.MeetAsync();
        Assert.Equal("1", Assert.Single(Ring().GetAllElements()).Attribute("id")!.Value);
    }

    [Fact]
    public void Certificate_OfAnotherHospital_HasARingOfItsOwn()
    {
        Ring().StoreElement(new XElement("key", new XAttribute("id", 1)), "key");
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "other")).FullName;
        TwoNodes.WriteKeyCertificate(folder);
        using var other = Options(folder).LoadKeyCertificate();
        Assert.Empty(new SharedKeyRing(_state, other, NullLogger<SharedKeyRing>.Instance).GetAllElements());
        Assert.Single(Ring().GetAllElements());
    }

    private SharedKeyRing Ring() => new(_state, _certificate, NullLogger<SharedKeyRing>.Instance);

    private StateOptions Options(string? folder = null) => new()
    {
        Redis = "localhost",
        KeyCertificate = Path.Combine(folder ?? _folder, "keys.crt"),
        KeyCertificateKey = Path.Combine(folder ?? _folder, "keys.key"),
    };

    private ServiceProvider Node() => new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
        .AddSingleton<ISharedState>(_state).AddSharedKeys(Options()).BuildServiceProvider();
}
