import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import type { LineVerdict, PasteVerdict, Question } from '@/lib/check/verdict'
import { type ComputerCase, nameComputer } from './computer-case'

interface Props {
  readonly verdict: PasteVerdict
  readonly cases: readonly ComputerCase[]
}

/** Asks what only the reader can tell, and says what to paste. */
export function QuestionNotice({ verdict: { questions, computers, lines }, cases }: Props) {
  const isRollupOpen = cases.some(
    ({ builds, decided }) => decided.length === 0 && builds.length > 0 && builds.every((one) => one.isServicePackLevel),
  )
  if (questions.length === 0 && !isRollupOpen) return null
  const nameOf = (list: number) => {
    const computer = computers.find((other) => other.list === list)
    return computer ? nameComputer(computer, computers) : `List ${list}`
  }
  return (
    <Notice label="Questions" tone="accent">
      {questions.map((question) => (
        <p key={`${question.kind} ${question.list}`}>
          <QuestionText question={question} name={nameOf(question.list)} lines={lines} />
        </p>
      ))}
      {isRollupOpen && (
        <p>
          <strong>Which rollup is installed?</strong> Get-ExchangeServer shows the service pack, not the rollup. Add the
          version of <Code>ExSetup.exe</Code> or the installed updates.
        </p>
      )}
    </Notice>
  )
}

interface QuestionProps {
  readonly question: Question
  readonly name: string
  readonly lines: readonly LineVerdict[]
}

function QuestionText({ question, name, lines }: QuestionProps) {
  switch (question.kind) {
    case 'which-computer':
      return (
        <>
          <strong>Which computer is “{name}”?</strong> It may be{' '}
          {question.hosts.length > 0 ? question.hosts.join(' or ') : 'one whose build the text tells elsewhere'}. Paste
          each list with its computer: <Code>Get-HotFix | fl PSComputerName,HotFixID</Code>
        </>
      )
    case 'one-or-several':
      return (
        <>
          <strong>Is “{name}” one computer?</strong> The list may come from several. Paste each list with its computer:{' '}
          <Code>Get-HotFix | fl PSComputerName,HotFixID</Code>
        </>
      )
    case 'which-line':
      return (
        <>
          <strong>Which service pack does “{name}” have?</strong> The list has updates for{' '}
          {new Intl.ListFormat('en-US').format(question.lines.map((line) => nameRelease(line, lines)))}. Add the output
          of{' '}
          {question.lines.some((line) => line.startsWith('Exchange')) ? (
            <Code>Get-ExchangeServer | fl Name,AdminDisplayVersion</Code>
          ) : (
            'a tool that shows its build.'
          )}
        </>
      )
  }
}

function nameRelease(line: string, lines: readonly LineVerdict[]): string {
  return lines.find(({ name }) => name === line)?.series?.release.name ?? line
}

function Code({ children }: { children: ReactNode }) {
  return <code className="font-mono text-sm [overflow-wrap:anywhere]">{children}</code>
}
