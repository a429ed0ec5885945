"""The script for each shell: it asks the program, and shows what that answers."""

from __future__ import annotations

from poolwijzer.cli.completion.answer import LINE, VARIABLE, WORD
from poolwijzer.cli.completion.command import ShellChoice

_BASH = """\
# Aanvullen met de Tab-toets voor poolwijzer, in bash.
# Zo zet u het aan, voor elk nieuw venster:
#   mkdir -p ~/.local/share/bash-completion/completions
#   poolwijzer completion bash > ~/.local/share/bash-completion/completions/poolwijzer
# Werkt dat niet? Zet dan deze regel onderaan in ~/.bashrc:
#   eval "$(poolwijzer completion bash)"
_poolwijzer() {
    local value program IFS=$'\\n'
    COMPREPLY=()
    read program <<< "$1" # as it was typed, with a stroke before a space
    [[ $program == '~/'* ]] && program="$HOME/${program:2}"
    while read -r value; do
        COMPREPLY+=("$value")
    done < <(@VARIABLE@=bash @LINE@="${COMP_LINE:0:COMP_POINT}" @WORD@="$2" "$program" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]]; then
        if [[ -d ${COMPREPLY[0]} ]]; then
            COMPREPLY=("${COMPREPLY[0]%/}")
            compopt -o filenames -o noquote 2>/dev/null
        else
            compopt -o nospace 2>/dev/null
        fi
    fi
}
complete -o nosort -F _poolwijzer poolwijzer 2>/dev/null || complete -F _poolwijzer poolwijzer
"""
_ZSH = """\
#compdef poolwijzer
# Aanvullen met de Tab-toets voor poolwijzer, in zsh.
# Zo zet u het aan, voor elk nieuw venster:
#   mkdir -p ~/.zfunc
#   poolwijzer completion zsh > ~/.zfunc/_poolwijzer
# Zet daarna deze regels onderaan in ~/.zshrc:
#   fpath+=(~/.zfunc)
#   autoload -Uz compinit && compinit
_poolwijzer() {
    local value meaning said
    local -a ends end_lines goes go_lines typed any_case=(-M 'm:{[:lower:]}={[:upper:]} m:{[:upper:]}={[:lower:]}')
    if [[ $PREFIX == '~'* ]]; then
        _files
        return
    fi
    typed=("${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}")
    said="$(@VARIABLE@=zsh @LINE@="${(F)typed}" "${typed[1]/#\\~\\//$HOME/}" 2>/dev/null)"
    while IFS=$'\\t' read -r value meaning; do
        [[ -n $value ]] || continue
        if [[ $value == */ ]]; then
            goes+=("$value")
            go_lines+=("$value")
        else
            ends+=("$value")
            end_lines+=("$value${meaning:+  -- $meaning}")
        fi
    done <<< "$said"
    if [[ $said == *$'\\t'[^$'\\n']* ]]; then
        compadd $any_case -l -V poolwijzer -d end_lines -a ends
    else
        compadd $any_case -V poolwijzer -a ends
    fi
    compadd -V poolwijzer-mappen -S '' -d go_lines -a goes
    return 0
}
if [[ $funcstack[1] == _poolwijzer ]]; then
    _poolwijzer "$@"
else
    compdef _poolwijzer poolwijzer
fi
"""
_FISH = """\
# Aanvullen met de Tab-toets voor poolwijzer, in fish.
# Zo zet u het aan, voor elk nieuw venster:
#   mkdir -p ~/.config/fish/completions
#   poolwijzer completion fish > ~/.config/fish/completions/poolwijzer.fish
function __poolwijzer
    set -l typed (commandline -opc) (commandline -ct)
    set -l program (string replace -r '^~/' $HOME/ -- $typed[1])
    type -q $program; or return
    @VARIABLE@=fish @LINE@=(string join \\n -- $typed | string collect --no-trim-newlines) $program 2>/dev/null
end
complete -c poolwijzer -e
complete -c poolwijzer -k -f -a '(__poolwijzer)'
"""
_POWERSHELL = """\
# Aanvullen met de Tab-toets voor poolwijzer, in PowerShell.
# Zo zet u het aan, voor elk nieuw venster. Open eerst uw profiel:
#   if (!(Test-Path $PROFILE)) { New-Item -Force -Path $PROFILE }; notepad $PROFILE
# Zet er deze regel in, en bewaar het:
#   poolwijzer completion powershell | Out-String | Invoke-Expression
# Zegt PowerShell daarna dat scripts niet mogen? Typ dan:
#   Set-ExecutionPolicy -Scope CurrentUser RemoteSigned
# Alle mogelijkheden tegelijk zien? Zet er ook deze regel in:
#   Set-PSReadLineKeyHandler -Key Tab -Function MenuComplete
Register-ArgumentCompleter -Native -CommandName poolwijzer, poolwijzer.exe -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $text = [System.Management.Automation.Language.StringConstantExpressionAst]
    $before = $commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition }
    $words = @($before | ForEach-Object { if ($_ -is $text) { $_.Value } else { $_.Extent.Text } })
    $begun = $wordToComplete -replace '^[''"]|[''"]$', '' -replace "''", "'"
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $env:@VARIABLE@ = 'powershell'
        $env:@LINE@ = ($words + $begun) -join "`n"
        & $words[0] 2>$null | ForEach-Object {
            $value, $meaning = $_ -split "`t", 2
            if (-not $meaning) { $meaning = $value }
            $typed = if ($value -match '[^\\w./\\\\:=~+-]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
            [System.Management.Automation.CompletionResult]::new($typed, $value, 'ParameterValue', $meaning)
        }
    } finally {
        Remove-Item Env:@VARIABLE@, Env:@LINE@ -ErrorAction SilentlyContinue
        [Console]::OutputEncoding = $encoding
    }
}
"""
_SCRIPTS = {
    ShellChoice.bash: _BASH,
    ShellChoice.zsh: _ZSH,
    ShellChoice.fish: _FISH,
    ShellChoice.powershell: _POWERSHELL,
}


def make_script(shell: ShellChoice) -> str:
    """The script for a shell, with how to install it."""
    script = _SCRIPTS[shell]
    for mark, name in (("@VARIABLE@", VARIABLE), ("@LINE@", LINE), ("@WORD@", WORD)):
        script = script.replace(mark, name)
    return script
