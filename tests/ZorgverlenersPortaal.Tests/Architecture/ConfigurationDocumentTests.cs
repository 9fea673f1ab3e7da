using System.Text.RegularExpressions;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Dossier.Explanations;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Dossier.Sections.Alerts;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Dossier.Sections.Conclusions;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Tests.Architecture;

/// <summary>Every key of the configuration is in docs/configuration.md, and nothing else is.</summary>
public partial class ConfigurationDocumentTests
{
    private static readonly string[] _elsewhere = ["Serilog:MinimumLevel"];

    [Fact]
    public void Document_ComparedWithTheOptions_NamesEveryKeyOnce()
    {
        var table = File.ReadLines(Repository.Path("docs", "configuration.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        var documented = table.SelectMany(line => Key().Matches(line.Split('|')[1]).Select(m => m.Groups["key"].Value)).ToList();
        string[] keys =
        [
            .. Keys<PortalOptions>(PortalOptions.Section).Where(key => key is not "Portal:Contacts"), .. Keys<ContactOptions>("Portal:Contacts"), .. Keys<EpdOptions>(EpdOptions.Section).Where(key => key is not (EpdSmartOptions.Section or EpdNotificationOptions.Section)), .. Keys<EpdSmartOptions>(EpdSmartOptions.Section), .. Keys<EpdNotificationOptions>(EpdNotificationOptions.Section), .. Keys<StorageOptions>(StorageOptions.Section),
            .. Keys<CareMomentOptions>(CareMomentOptions.Section), .. Keys<ConclusionOptions>(ConclusionOptions.Section), .. Keys<ResultsOptions>(ResultsOptions.Section),
            .. Keys<MedicineOptions>(MedicineOptions.Section), .. Keys<AlertOptions>(AlertOptions.Section),
            .. Keys<LetterOptions>(LetterOptions.Section).Where(key => key is not ("Letters:Kinds" or "Letters:Clock" or "Letters:Search")), .. Keys<LetterSearchOptions>("Letters:Search"), .. Keys<LetterClockOptions>("Letters:Clock"), .. Keys<LetterKindOptions>("Letters:Kinds"),
            .. Keys<StateOptions>(StateOptions.Section), .. Keys<AccountsOptions>(AccountsOptions.Section), .. Keys<DelegationOptions>(DelegationOptions.Section),
            .. Keys<EmergencyOptions>(EmergencyOptions.Section), .. Keys<ReviewOptions>(ReviewOptions.Section), .. Keys<SensitivityOptions>(SensitivityOptions.Section), .. Keys<ConsentOptions>(ConsentOptions.Section),
            .. Keys<DeziOptions>(DeziOptions.Section), .. Keys<AccessOptions>(AccessOptions.Section).Where(key => key is not (SensitivityOptions.Section or ConsentOptions.Section)),
            .. Keys<ExplanationOptions>(ExplanationOptions.Section), .. Keys<TelemetryOptions>(TelemetryOptions.Section),
            .. Keys<AuditOptions>(AuditOptions.Section).Where(key => key is not "Audit:Elasticsearch"), .. Keys<ElasticsearchOptions>("Audit:Elasticsearch"), .. Keys<RevocationOptions>("Uzi:Revocation"),
            .. Keys<UziOptions>(UziOptions.Section).Where(key => key is not ("Uzi:Revocation" or "Uzi:Rules")), .. Keys<UziRuleOptions>("Uzi:Rules"), .. _elsewhere,
        ];
        Assert.Equal(keys.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Keys<T>(string section) => typeof(T).GetProperties()
        .Where(p => p.CanWrite && p.SetMethod!.IsPublic)
        .Select(p => $"{section}:{p.Name}");

    [GeneratedRegex("`(?<key>[A-Za-z:]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}
