using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Portal.Settings;

/// <summary>The table of cards and the sources of revocation in the configuration (R13).</summary>
public sealed class UziOptionsTests : IDisposable
{
    private readonly string _folder = PortalHost.MakeFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void R13_Load_NoRules_TakesThoseOfCibg()
    {
        var (trust, faults) = Load(Options());

        Assert.Empty(faults);
        Assert.Equal(UziCardRules.Production.Concat(UziCardRules.Test), trust!.Rules);
    }

    [Fact]
    public void R13_Load_OwnRule_ReplacesThem()
    {
        var (trust, faults) = Load(Options(Rule()));

        Assert.Empty(faults);
        var rule = Assert.Single(trust!.Rules);
        Assert.Equal((UziCardType.CareProvider, "01.015"), (rule.CardType, Assert.Single(rule.Roles)));
    }

    public static TheoryData<string, Action<UziRuleOptions>> WrongRules => new()
    {
        { "Uzi:Rules:0:CaOid", rule => rule.CaOid = "2.16.x" },
        { "Uzi:Rules:0:CaOid", rule => rule.CaOid = "" },
        { "Uzi:Rules:0:CaOid", rule => rule.CaOid = "2.16.528\n" },
        { "Uzi:Rules:0:CardType", rule => rule.CardType = "z" },
        { "Uzi:Rules:0:CardType", rule => rule.CardType = "" },
        { "Uzi:Rules:0:Issuer", rule => rule.Issuer = "" },
        { "Uzi:Rules:0:Policies", rule => rule.Policies.Add("5.1.") },
        { "Uzi:Rules:0:Roles", rule => rule.Roles.Add("01015") },
        { "Uzi:Rules:0:Roles", rule => rule.Roles.Add("00.000") },
        { "Uzi:Rules:0:Roles", rule => rule.CardType = "N" },
        { "Uzi:Rules:0:Roles", rule => rule.CardType = "M" },
        { "Uzi:Rules:0:Roles", rule => rule.CardType = "S" },
        { "Uzi:Rules: no rule with roles", rule => rule.Roles.Clear() },
        { "Uzi:Rules: no rule with roles", rule => rule.Issuer = "UZI-register Zorgverlener CA G9" },
    };

    [Theory]
    [MemberData(nameof(WrongRules))]
    public void R13_Load_WrongRule_IsNamed(string named, Action<UziRuleOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var rule = Rule();
        change(rule);

        Assert.StartsWith(named, Assert.Single(Load(Options(rule)).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void R13_Load_RuleOfATestCaWithoutTestCards_IsRefused()
    {
        var options = Options(Rule());
        options.TestCards = false;

        Assert.Contains("is of a test CA", Assert.Single(Load(options).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void R13_Load_RuleWithoutPolicyWithoutTestCards_IsRefused()
    {
        var options = Options(new UziRuleOptions { CaOid = "2.16.528.1.1003.1.3.5.5.2", CardType = "Z", Issuer = "UZI-register Zorgverlener CA G3", Roles = { "01.015" } });
        options.TestCards = false;

        Assert.Contains(Load(options).Faults, fault => fault.StartsWith("Uzi:Rules:0:Policies is empty", StringComparison.Ordinal));
    }

    [Fact]
    public void R13_Load_SameRuleTwice_IsRefused() =>
        Assert.Contains("occurs 2 times", Assert.Single(Load(Options(Rule(), Rule())).Faults), StringComparison.Ordinal);

    public static TheoryData<string, Action<RevocationOptions>> WrongSources => new()
    {
        { "Uzi:Revocation:Folder and Uzi:Revocation:Lists are both empty", options => options.Folder = "" },
        { "Uzi:Revocation:Lists: 'ftp://ca/a.crl'", options => (options.Cache, _) = (options.Folder + "/..", Add(options, "ftp://ca/a.crl")) },
        { "Uzi:Revocation:Lists: 'http://me:secret@ca/a.crl'", options => (options.Cache, _) = (options.Folder + "/..", Add(options, "http://me:secret@ca/a.crl")) },
        { "Uzi:Revocation:Cache: there is no folder ''", options => Add(options, "http://ca/a.crl") },
        { "Uzi:Revocation:Cache is the fed folder", options => options.Cache = options.Folder + "/../crl" },
        { "Uzi:Revocation:RefreshMinutes", options => options.RefreshMinutes = 0 },
        { "Uzi:Revocation:RefreshMinutes", options => options.RefreshMinutes = double.NaN },
        { "Uzi:Revocation:MaximumAgeHours", options => options.MaximumAgeHours = 49 },
        { "Uzi:Revocation:Ocsp", options => options.Ocsp = "ocsp.uzi-register.nl" },
    };

    [Theory]
    [MemberData(nameof(WrongSources))]
    public void R13_Load_WrongSource_IsNamed(string named, Action<RevocationOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var options = Options();
        change(options.Revocation);

        Assert.StartsWith(named, Assert.Single(Load(options).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ListsOldAndMissing_ToldWithNumberAndAge()
    {
        var lists = Path.Combine(_folder, "crl");
        await File.WriteAllTextAsync(Path.Combine(lists, "x.crl"), "<html>");
        var settings = PortalHost.SettingsFor(_folder, "http://127.0.0.1:9/fhir");

        var (exit, output, errors) = await PortalProgram.RunAsync(settings, "check");

        Assert.Equal((0, ""), (exit, errors));
        Assert.Contains("list 1 of CN=TEST UZI-register Zorgverlener CA G3", output, StringComparison.Ordinal);
        Assert.Matches("G3, [^:]*: 0 h [0-9]+ min old, ends [0-9-]{10} ", output);
        Assert.Contains("NOT TAKEN " + Path.Combine(lists, "x.crl") + ": Malformed", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CARDS REFUSED", output, StringComparison.Ordinal);

        Directory.EnumerateFiles(lists).ToList().ForEach(File.Delete);
        (_, output, _) = await PortalProgram.RunAsync(settings, "check");
        Assert.Contains("CARDS REFUSED of CN=TEST UZI-register Zorgverlener CA G3", output, StringComparison.Ordinal);
        Assert.Contains("there is no list", output, StringComparison.Ordinal);
    }

    private static int Add(RevocationOptions options, string address)
    {
        options.Lists.Add(address);
        return options.Lists.Count;
    }

    private static UziRuleOptions Rule() => new()
    {
        CaOid = "2.16.528.1.1007.99.217",
        CardType = "Z",
        Issuer = "TEST UZI-register Zorgverlener CA G3",
        Policies = { "2.16.528.1.1007.99.211" },
        Roles = { "01.015" },
    };

    private UziOptions Options(params UziRuleOptions[] rules) => new()
    {
        TrustAnchors = [Path.Combine(_folder, "trust-anchors.pem")],
        Intermediates = [Path.Combine(_folder, "intermediates.pem")],
        TestCards = true,
        Rules = [.. rules],
        Revocation = new() { Folder = Path.Combine(_folder, "crl") },
    };

    private static (UziTrust? Trust, IReadOnlyList<string> Faults) Load(UziOptions options)
    {
        var faults = new List<string>();
        return (options.Load(isProduction: false, faults), faults);
    }
}
