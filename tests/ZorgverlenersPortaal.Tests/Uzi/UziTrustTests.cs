using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

public sealed class UziTrustTests : IDisposable
{
    private static readonly TestPki _pki = TestPki.Shared;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvp-trust-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_FolderAsWritten_HoldsEveryAuthority()
    {
        _pki.WriteTo(_folder);

        using var trust = UziTrust.Load([At("trust-anchors.pem")], [At("intermediates.pem")], testCards: true);

        Assert.Equal([_pki.Root.Certificate], trust.Anchors);
        Assert.Equal(_pki.Intermediates.Select(ca => ca.Certificate), trust.Intermediates);
        Assert.Equal([_pki.CareProviderCa.Certificate, _pki.EmployeeCa.Certificate], trust.CardIssuers);
        Assert.Contains(trust.Rules, rule => rule.IsTest);
    }

    [Fact]
    public void Load_Der_IsRead()
    {
        File.WriteAllBytes(At("root.cer"), _pki.Root.Certificate.RawData);
        File.WriteAllBytes(At("ca.cer"), _pki.CareProviderCa.Certificate.RawData);

        using var trust = UziTrust.Load([At("root.cer")], [At("ca.cer")], testCards: false);

        Assert.Equal(_pki.CareProviderCa.Certificate, Assert.Single(trust.Intermediates));
        Assert.DoesNotContain(trust.Rules, rule => rule.IsTest);
    }

    [Fact]
    public void R13_Load_ManyFaults_NamesThemAll()
    {
        File.WriteAllText(At("empty.pem"), "");
        File.WriteAllText(At("text.pem"), "-----BEGIN NOTHING-----\nAAAA\n-----END NOTHING-----\n");
        File.WriteAllText(At("ca.pem"), _pki.CareProviderCa.Certificate.ExportCertificatePem());
        File.WriteAllText(At("root.pem"), _pki.AnchorPem);
        using var card = _pki.Card();
        File.WriteAllText(At("card.pem"), card.ExportCertificatePem());
        File.WriteAllText(At("key.pem"), _pki.AnchorPem + TestKeys.Rsa("card").ExportPkcs8PrivateKeyPem());

        var fault = Assert.Throws<UziTrustException>(() => UziTrust.Load(
            [At("missing.pem"), At("empty.pem"), At("text.pem"), At("ca.pem"), At("key.pem")], [At("root.pem"), At("card.pem")], testCards: true));

        Assert.Equal(
            ["missing.pem", "empty.pem", "text.pem", "ca.pem", "key.pem", "root.pem", "card.pem"],
            fault.Faults.Select(line => Path.GetFileName(line.Split(": ")[0])), StringComparer.Ordinal);
        Assert.All(fault.Faults, line => Assert.Contains(line, fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void R13_Load_NothingConfigured_SaysSo()
    {
        File.WriteAllText(At("root.pem"), _pki.AnchorPem);

        Assert.Throws<UziTrustException>(() => UziTrust.Load([], [], testCards: true));
        Assert.Throws<UziTrustException>(() => UziTrust.Load([At("root.pem")], [], testCards: true));
    }

    [Fact]
    public void Rules_EveryCareProviderRule_AsksForAPolicy() => Assert.All(
        UziCardRules.Production.Concat(UziCardRules.Test).Where(rule => rule.CardType == UziCardType.CareProvider),
        rule => Assert.NotEmpty(rule.Policies));

    [Fact]
    public void Rules_OfCibg_LetInDoctorsAndNamedEmployeesOnly() => Assert.All(
        UziCardRules.Production.Concat(UziCardRules.Test),
        rule => Assert.Equal(
            rule.CardType switch
            {
                UziCardType.CareProvider => ["01.015", "01.004", "01.047", "01.056", "01.000"],
                UziCardType.NamedEmployee => ["00.000"],
                UziCardType.UnnamedEmployee or UziCardType.Server or UziCardType.None => [],
            },
            rule.Roles));

    private string At(string name) => Path.Combine(_folder, name);
}
