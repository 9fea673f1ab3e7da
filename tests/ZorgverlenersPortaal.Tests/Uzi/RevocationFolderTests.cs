using System.Security.Cryptography;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

public sealed class RevocationFolderTests : IDisposable
{
    private static readonly TestPki _pki = TestPki.Shared;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvp-crl-").FullName;
    private readonly RevocationStore _store = new(new SettableClock(_pki.Now), TimeSpan.FromHours(4));
    private readonly RevocationFolder _reader;

    public RevocationFolderTests() => _reader = new RevocationFolder(_folder, _store, _pki.Authorities());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_DerAndPem_AreTaken()
    {
        Write("zorgverlener.crl", _pki.Crl(_pki.CareProviderCa));
        File.WriteAllText(
            Path.Combine(_folder, "above.PEM"),
            Pem(_pki.Crl(_pki.Persoon)) + "\nbetween\n" + Pem(_pki.Crl(_pki.Root)) + "\n");
        Write("readme.txt", [1, 2, 3]);

        var loads = _reader.Load();

        Assert.Equal(3, loads.Count);
        Assert.All(loads, load => Assert.True(load.Outcome.Accepted, load.Outcome.Detail));
        Assert.Equal(3, _store.Status().Count);
    }

    [Fact]
    public void Load_BadFile_IsNamedAndTheRestIsTaken()
    {
        Write("a.crl", [0x30, 0x82]);
        Write("b.crl", _pki.Crl(_pki.CareProviderCa));
        File.WriteAllText(Path.Combine(_folder, "c.pem"), _pki.AnchorPem);

        var loads = _reader.Load();

        Assert.Equal([CrlRefusal.Malformed, null, CrlRefusal.Malformed], loads.Select(load => load.Outcome.Refusal));
        Assert.EndsWith("a.crl", loads[0].Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NewList_ReplacesTheOld()
    {
        using var card = _pki.Card();
        Write("ca.crl", _pki.Crl(_pki.CareProviderCa, 1));
        _reader.Load();
        Write("ca.crl", _pki.Crl(_pki.CareProviderCa, 2, revoked: card));

        _reader.Load();

        Assert.Equal(RevocationVerdict.Revoked, _store.Check(card, _pki.CareProviderCa.Certificate));
    }

    [Fact]
    public void Load_OldListFedAgain_IsRefused()
    {
        using var card = _pki.Card();
        Write("ca.crl", _pki.Crl(_pki.CareProviderCa, 2, revoked: card));
        _reader.Load();
        Write("ca.crl", _pki.Crl(_pki.CareProviderCa, 1));

        Assert.Equal(CrlRefusal.OlderThanStored, Assert.Single(_reader.Load()).Outcome.Refusal);
        Assert.Equal(RevocationVerdict.Revoked, _store.Check(card, _pki.CareProviderCa.Certificate));
    }

    [Fact]
    public void Load_UnchangedFile_KeepsItsOutcome()
    {
        Write("ca.crl", _pki.Crl(_pki.CareProviderCa));

        Assert.Equal(_reader.Load(), _reader.Load());
    }

    [Fact]
    public void Load_NoFolder_IsUnreadable()
    {
        var load = Assert.Single(new RevocationFolder(Path.Combine(_folder, "gone"), _store, _pki.Authorities()).Load());

        Assert.Equal(CrlRefusal.Unreadable, load.Outcome.Refusal);
        Assert.Contains("gone", load.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NoFolderConfigured_HasNothing() => Assert.Empty(new RevocationFolder("", _store, _pki.Authorities()).Load());

    [Fact]
    public void Load_FileOverTheLimit_IsNotRead()
    {
        using (var file = File.Create(Path.Combine(_folder, "huge.crl")))
        {
            file.SetLength(100L * 1024 * 1024);
        }

        Assert.Equal(CrlRefusal.TooLarge, Assert.Single(_reader.Load()).Outcome.Refusal);
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, name), bytes);

    private static string Pem(byte[] der) => PemEncoding.WriteString("X509 CRL", der);
}
