using System.CommandLine;

namespace GutSkin.Tool;

/// <summary><c>gutskin completion SHELL</c>: a script with which a shell completes verbs and options; the tool itself says what fits.</summary>
internal static class CompletionVerb
{
    private const string Bash = """
        # gutskin completion bash >> ~/.bashrc
        _gutskin() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$(gutskin "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
          [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o filenames -F _gutskin gutskin
        """;

    private const string Zsh = """
        # gutskin completion zsh >> ~/.zshrc
        _gutskin() {
          local found=("${(@f)$(gutskin "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          [ -n "${found[1]}" ] && compadd -- "${found[@]}"
          _files
        }
        compdef _gutskin gutskin
        """;

    private const string Fish = """
        # gutskin completion fish > ~/.config/fish/completions/gutskin.fish
        complete -c gutskin -a '(gutskin "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
        """;

    private const string PowerShell = """
        # gutskin completion powershell >> $PROFILE
        Register-ArgumentCompleter -Native -CommandName gutskin -ScriptBlock {
          param($word, $line, $position)
          gutskin "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }
        """;

    public static Command Command()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or powershell." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "powershell");
        var command = new Command("completion", "Writes a script with which a shell completes verbs and options; its first line says where it goes.") { shell };
        command.SetAction(parsed =>
        {
            Std.WriteResult(parsed.GetRequiredValue(shell) switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                "fish" => Fish,
                _ => PowerShell,
            });
            return ExitCode.Done;
        });
        return command;
    }
}
