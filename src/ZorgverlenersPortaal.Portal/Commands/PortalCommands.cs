using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>What can be typed after <c>ops/portal</c>. English; fails with one clear line and exit code 1, misuse 2.</summary>
internal static class PortalCommands
{
    private const string Help = """
        Usage: portal COMMAND [OPTIONS] [--Section:Key=Value ...]

          accounts add --uzi NUMBER --agb CODE --name NAME --role huisarts|so|avg [--practice NAME] [--confirmed]
                                 --confirmed: also with a card that says only "arts" (01.000)
          accounts add --uzi NUMBER --name NAME --function functionaris|beheerder
          accounts set --uzi NUMBER [--name NAME] [--agb CODE] [--role ROLE] [--practice NAME] [--practice-agb CODE]
          accounts block --uzi NUMBER [--reason TEXT]
          accounts unblock --uzi NUMBER [--reason TEXT]
          accounts confirm --uzi NUMBER    the yearly confirmation
          accounts list [--search TEXT]
          accounts import FILE [--dry-run] CSV; all or nothing, names every refused line
          audit verify [--from DAY --to DAY] [--no-record]
                                 checks the chain of every node; names the first fault of each. With days
                                 (yyyy-MM-dd): only their records, what is beside them, and on to the next
                                 checkpoint. Records that it checked; --no-record: not, as for a copy
          audit report --from DAY --to DAY [--recompute] [--json]
                                 the officers' cases of these days (yyyy-MM-dd); --recompute: from the trail
                                 alone, names every difference with the register and then exits 1
          audit reconcile --epd-log FILE --from DAY --to DAY [--client NAME]
                                 lays the EPD's own access log (.csv, a Bundle .json or .ndjson of AuditEvents) beside
                                 the trail, by request id; NAME: what the log calls the portal. Exits 0 without a grave
                                 gap, 1 when a look may lack its record, 2 when nothing can be said (docs/reconciliation.md)
          audit key FILE         makes a key that signs checkpoints
          audit bsn-key FILE     makes the key by which Elasticsearch knows a BSN again
          backup FOLDER          copies accounts, trail and checkpoints, also while the portal runs, and verifies the copy
          restore FOLDER         puts a backup where the settings say, when nothing is there yet, and verifies it
          migrate                brings the database's tables up to this version; run before the portal, once for all nodes
          check                  checks the configuration, tells the age of every revocation list, tries the EPD

        Without a command the portal runs. Settings: docs/configuration.md
        """;

    /// <summary>Runs one command.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args switch
            {
                ["help" or "--help" or "-h", ..] or [_, "--help", ..] or [_, _, "--help", ..] => Show(Help, 0),
                ["accounts", "add", .. var rest] => await AccountCommands.AddAsync(new(rest, "confirmed")),
                ["accounts", "set", .. var rest] => await AccountCommands.SetAsync(new(rest)),
                ["accounts", "block", .. var rest] => await AccountCommands.BlockAsync(new(rest), block: true),
                ["accounts", "unblock", .. var rest] => await AccountCommands.BlockAsync(new(rest), block: false),
                ["accounts", "confirm", .. var rest] => await AccountCommands.ConfirmAsync(new(rest)),
                ["accounts", "list", .. var rest] => await AccountListCommands.ListAsync(new(rest)),
                ["accounts", "import", var file, .. var rest] => await AccountListCommands.ImportAsync(file, new(rest, "dry-run")),
                ["audit", "verify", .. var rest] => await VerifyCommand.RunAsync(new(rest, "no-record")),
                ["audit", "report", .. var rest] => await ReportCommand.RunAsync(new(rest, "recompute", "json")),
                ["audit", "reconcile", .. var rest] => await ReconcileCommand.RunAsync(rest),
                ["audit", "key", var file] => AuditCommands.MakeKey(file),
                ["audit", "bsn-key", var file] => AuditCommands.MakeBsnKey(file),
                ["backup", var folder, .. var rest] => await BackupCommand.BackUpAsync(folder, new(rest)),
                ["restore", var folder, .. var rest] => await BackupCommand.RestoreAsync(folder, new(rest)),
                ["migrate", .. var rest] => MigrateCommand.Run(new(rest)),
                ["check", .. var rest] => await CheckCommand.RunAsync(new(rest)),
                _ => Show($"There is no command '{string.Join(' ', args.TakeWhile(a => !a.StartsWith('-')))}'.\n\n{Help}", 2),
            };
        }
        catch (Exception e) when (e is CommandException or Settings.SettingsException or Audit.AuditTrailInUseException
            or Audit.AuditUnavailableException or Audit.AuditTrailRefusedException or StorageRefusedException or System.Data.Common.DbException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static int Show(string text, int exit)
    {
        (exit == 0 ? Console.Out : Console.Error).WriteLine(text);
        return exit;
    }
}
